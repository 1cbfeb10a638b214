/** Lists as LightGCN's data sets have them: a line a user, the user's number and then its items. */
import { FailedError } from '../../exits.js';
import { readLines } from '../../replay/checkinFile.js';

/** Items by user; a user without items has an empty list or none. */
export interface Lists {
  readonly byUser: ReadonlyMap<number, readonly number[]>;
  /** One more than the highest item. */
  readonly items: number;
}

export async function readLists(path: string): Promise<Lists> {
  const byUser = new Map<number, number[]>();
  let items = 0;
  for await (const line of readLines(path)) {
    if (line.trim() === '') continue;
    const numbers = line.trim().split(/\s+/).map(Number);
    if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) {
      throw new FailedError(`${path} has a line that is not whole numbers: ${line.slice(0, 40)}`);
    }
    const [user = 0, ...own] = numbers;
    const known = byUser.get(user) ?? [];
    byUser.set(user, [...new Set([...known, ...own])]);
    for (const item of own) items = Math.max(items, item + 1);
  }
  return { byUser, items };
}
