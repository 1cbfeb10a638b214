/** Whole minutes inside a span of time, few enough to read. */
const MINUTE_MS = 60_000;
/** Share of the axis at its end where a label would be cut off. */
const EDGE = 0.03;

/** Ticks at whole minutes, every third of them over more than ten minutes. */
export function timeTicks([from, to]: readonly [number, number]): number[] {
  const stepMs = to - from > 10 * MINUTE_MS ? 3 * MINUTE_MS : MINUTE_MS;
  const ticks: number[] = [];
  const last = to - (to - from) * EDGE;
  for (let at = Math.ceil(from / stepMs) * stepMs; at <= last; at += stepMs) ticks.push(at);
  return ticks;
}
