/** An axis of powers of ten that holds every value of some rows. */
import type { Row } from '../live/series';
import type { Series } from './look';

const LOWEST = 0.1;

/** Domain and ticks of the axis; `also` is a value that must be on it, as a threshold is. */
export function logAxis(rows: readonly Row[], series: readonly Series[], also = 1) {
  const values = [...rows.flatMap((row) => series.map(({ key }) => row[key] ?? 0)), also].filter(
    (value) => value > 0,
  );
  const low = 10 ** Math.floor(Math.log10(Math.max(LOWEST, Math.min(...values))));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  const ticks: number[] = [];
  for (let tick = low; tick <= high * 1.01; tick *= 10) ticks.push(tick);
  return { scale: 'log' as const, domain: [low, high], ticks, allowDataOverflow: true };
}
