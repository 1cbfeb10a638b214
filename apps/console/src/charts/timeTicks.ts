/** Whole minutes, hours or days inside a span of time, few enough to read. */
import { formatClock, formatShortDay } from '../format/times';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Share of the axis at its end where a label would be cut off. */
const EDGE = 0.03;
/** Labels of one axis at most. */
const MOST_TICKS = 10;
/** Steps that fall on times a clock shows. */
const STEPS_MS = [
  MINUTE_MS,
  3 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  3 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
] as const;

function stepOf(rangeMs: number): number {
  return STEPS_MS.find((step) => rangeMs / step <= MOST_TICKS) ?? 14 * DAY_MS;
}

/** Ticks at whole steps of local time, the shortest step that gives no more than ten of them. */
export function timeTicks([from, to]: readonly [number, number]): number[] {
  const stepMs = stepOf(to - from);
  const offsetMs = new Date(from).getTimezoneOffset() * MINUTE_MS;
  const ticks: number[] = [];
  const last = to - (to - from) * EDGE;
  const first = Math.ceil((from - offsetMs) / stepMs) * stepMs + offsetMs;
  for (let at = first; at <= last; at += stepMs) ticks.push(at);
  return ticks;
}

/** The label of a tick: the minute, over more than two days with its day, or the day alone. */
export function formatTick(ms: number, rangeMs: number): string {
  if (stepOf(rangeMs) >= DAY_MS) return formatShortDay(ms);
  const minute = formatClock(ms).slice(0, 5);
  return rangeMs > 2 * DAY_MS ? `${formatShortDay(ms)} ${minute}` : minute;
}
