/** Numbers as a person reads them. The exact value belongs on hover and in the table. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const twoFigures = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** 12,480 · 1.4 M. */
export function formatCount(count: number): string {
  if (Math.abs(count) < 1_000_000) return whole.format(count);
  return `${oneDigit.format(count / 1_000_000)} M`;
}

/** 0 · 0.0042 · 0.73 · 3.2 · 41 · 4,812 a second. */
export function formatRate(perSecond: number): string {
  if (Math.abs(perSecond) < 1) return twoFigures.format(perSecond);
  return perSecond < 10 ? oneDigit.format(perSecond) : formatCount(perSecond);
}

/** A duration of microseconds: 640 µs · 3.2 ms · 1.4 s. */
export function formatMicros(micros: number): string {
  if (micros < 1_000) return `${whole.format(micros)} µs`;
  return formatMillis(micros / 1_000);
}

/** A short duration of microseconds: 0.4 µs · 12 µs · 640 µs; longer ones as above. */
export function formatFineMicros(micros: number): string {
  return micros < 10 ? `${oneDigit.format(micros)} µs` : formatMicros(micros);
}

/** A duration of milliseconds: 3.2 ms · 41 ms · 1.4 s · 4 min · 2 h. */
export function formatMillis(ms: number): string {
  if (ms < 10) return `${oneDigit.format(ms)} ms`;
  if (ms < 1_000) return `${whole.format(ms)} ms`;
  if (ms < 60_000) return `${oneDigit.format(ms / 1_000)} s`;
  if (ms < 3_600_000) return `${whole.format(ms / 60_000)} min`;
  if (ms < 172_800_000) return `${whole.format(ms / 3_600_000)} h`;
  return `${whole.format(ms / 86_400_000)} d`;
}

/** A share of 0 to 1 as 4.9 %; under a tenth of a per cent, but not none, as < 0.1 %. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %';
  return `${oneDigit.format(share * 100)} %`;
}

/** 812 B · 4.1 KB · 3.2 MB · 1 GB. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${oneDigit.format(value)} ${units[unit]}`;
}

/** `one event`, `2 events`. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
