/** Times as a person reads them: local in the list, UTC and relative on hover. */
import { formatMillis } from './numbers';

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** 21:04:07. */
export function formatClock(ms: number): string {
  return clock.format(ms);
}

/** 21:04:07.312. */
export function formatClockMillis(ms: number): string {
  const millis = String(Math.floor(((ms % 1_000) + 1_000) % 1_000)).padStart(3, '0');
  return `${clock.format(ms)}.${millis}`;
}

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** 23 Nov. */
export function formatShortDay(ms: number): string {
  return shortDay.format(ms);
}

const shortDayOfYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** `21:04:07`; of another day than today `23 Nov 21:04:07`, of another year with that too. */
export function formatWhen(ms: number, nowMs: number): string {
  return `${dayBefore(ms, nowMs)}${formatClock(ms)}`;
}

/** The same with milliseconds. */
export function formatWhenMillis(ms: number, nowMs: number): string {
  return `${dayBefore(ms, nowMs)}${formatClockMillis(ms)}`;
}

/** `23 Nov 21:04:07 to 21:10:00`: the end has a day where it is another than the start's. */
export function formatSpan(
  { from, to }: { readonly from: number; readonly to: number },
  nowMs: number,
): string {
  const isOneDay = formatDay(from) === formatDay(to);
  const end = isOneDay ? formatClock(to) : `${shortDayFor(to, nowMs)} ${formatClock(to)}`;
  return `${formatWhen(from, nowMs)} to ${end}`;
}

function dayBefore(ms: number, nowMs: number): string {
  return formatDay(ms) === formatDay(nowMs) ? '' : `${shortDayFor(ms, nowMs)} `;
}

function shortDayFor(ms: number, nowMs: number): string {
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return isThisYear ? formatShortDay(ms) : shortDayOfYear.format(ms);
}

const FAR_MS = 20 * 3_600_000;

/** 21:04:07, with the day before it where a span is so long that hours come twice. */
export function formatMoment(ms: number, spanMs: number): string {
  return spanMs > FAR_MS ? `${formatShortDay(ms)} ${formatClock(ms)}` : formatClock(ms);
}

/** Mon 23 Nov 2026. */
export function formatDay(ms: number): string {
  return day.format(ms);
}

/** Local time as a `datetime-local` field holds it: 2026-11-25T21:04:07. */
export function formatField(ms: number): string {
  const offsetMs = new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - offsetMs).toISOString().slice(0, 19);
}

/** The time of such a field; NaN when it holds none. */
export function readField(text: string): number {
  return new Date(text).getTime();
}

/** now · 14 s ago · in 3 min. */
export function formatAge(ms: number, nowMs: number): string {
  const age = nowMs - ms;
  if (Math.abs(age) < 1_000) return 'now';
  const rounded = Math.abs(age) < 60_000 ? Math.round(age / 1_000) * 1_000 : age;
  return age < 0 ? `in ${formatMillis(-rounded)}` : `${formatMillis(rounded)} ago`;
}

/** The three readings of one time, for a hover. */
export function describeTime(ms: number, nowMs: number): string {
  const local = `${formatDay(ms)} ${formatClockMillis(ms)} local`;
  return `${local}\n${new Date(ms).toISOString()}\n${formatAge(ms, nowMs)}`;
}
