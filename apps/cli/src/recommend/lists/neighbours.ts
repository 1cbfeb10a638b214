/** The nearest items of each item: how often the same users have both, both damped. */
import { LISTS } from './limits.js';
import type { Sparse } from './sparse.js';

export interface Neighbours {
  readonly items: Int32Array;
  readonly weights: Float32Array;
}

/** Of each item at most `LISTS.neighbours`, the nearest. */
export function neighboursOf(sparse: Sparse): readonly Neighbours[] {
  const { items, columns, rows, ofUser, ofItem } = sparse;
  const sums = new Float64Array(items);
  return columns.map((users, item) => {
    const touched: number[] = [];
    for (const user of users) {
      const weight = (ofUser[user] as number) ** 2 * (ofItem[item] as number);
      for (const other of rows[user] ?? []) {
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] as number) + weight * (ofItem[other] as number);
      }
    }
    const nearest = nearestOf(touched, sums);
    const found = {
      items: Int32Array.from(nearest),
      weights: Float32Array.from(nearest, (other) => sums[other] as number),
    };
    for (const other of touched) sums[other] = 0;
    return found;
  });
}

function nearestOf(touched: readonly number[], sums: Float64Array): readonly number[] {
  if (touched.length <= LISTS.neighbours) return touched;
  const sorted = [...touched].sort((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0));
  return sorted.slice(0, LISTS.neighbours);
}
