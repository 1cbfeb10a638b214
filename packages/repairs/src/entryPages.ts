/** Walks the entries of a filter page by page, so that memory is bounded by a page. */
import type { QuarantineEntry } from '@trove/contracts';
import { type Db, type QuarantineQuery, quarantineReads } from '@trove/db';
import { REPAIRS_LIMITS } from './limits.js';

export interface Walk extends Omit<QuarantineQuery, 'after' | 'limit'> {
  /** At most so many entries; all of them when it is absent. */
  readonly most?: number;
}

export async function* entryPages(
  db: Db,
  { most = Number.POSITIVE_INFINITY, ...query }: Walk,
): AsyncGenerator<QuarantineEntry[]> {
  const reads = quarantineReads(db);
  let after: QuarantineEntry | undefined;
  let left = most;
  while (left > 0) {
    const limit = Math.min(REPAIRS_LIMITS.page, left);
    const page = await reads.list({ ...query, after, limit });
    if (page.length > 0) yield page;
    if (page.length < limit) return;
    left -= page.length;
    after = page.at(-1);
  }
}
