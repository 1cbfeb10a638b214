/**
 * Who has which items, by user and by item, with the weight of each pair: 1 / √(items of the user
 * × users of the item).
 */
import type { Lists } from './readLists.js';

export interface Sparse {
  readonly items: number;
  /** By user: its items. */
  readonly rows: readonly (readonly number[])[];
  /** By item: its users. */
  readonly columns: readonly (readonly number[])[];
  /** 1 / √count by user and by item; 0 where there is nothing. */
  readonly ofUser: Float64Array;
  readonly ofItem: Float64Array;
}

/** @param items one more than the highest item there is, in what is learnt from or asked */
export function sparseOf({ byUser }: Lists, items: number): Sparse {
  const rows = [...byUser.values()];
  const columns: number[][] = Array.from({ length: items }, () => []);
  rows.forEach((row, user) => {
    for (const item of row) columns[item]?.push(user);
  });
  const damped = (lists: readonly (readonly number[])[]) => {
    return Float64Array.from(lists, ({ length }) => (length === 0 ? 0 : 1 / Math.sqrt(length)));
  };
  return { items, rows, columns, ofUser: damped(rows), ofItem: damped(columns) };
}
