/** Quantiles and columns of a list of numbers. */
import { PLAYTEST_LIMITS } from './limits.js';
import type { Distribution } from './report.js';

/** Undefined of no values at all. */
export function distributionOf(values: readonly number[]): Distribution | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return undefined;
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? least;
  return {
    count: sorted.length,
    ...{ least, p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9), most },
    columns: columnsOf(sorted, least, most),
  };
}

function columnsOf(values: readonly number[], least: number, most: number): readonly number[] {
  if (least === most) return [values.length];
  const count = PLAYTEST_LIMITS.columns;
  const columns = new Array<number>(count).fill(0);
  for (const value of values) {
    const column = Math.min(count - 1, Math.floor(((value - least) / (most - least)) * count));
    columns[column] = (columns[column] ?? 0) + 1;
  }
  return columns;
}
