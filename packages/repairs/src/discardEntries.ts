/** Leaves entries of a filter for good: as many as were shown, or none. */
import { type QuarantineExtent, type QuarantineFilter, REPAIR_LIMITS } from '@trove/contracts';
import { type Db, type QuarantineKey, quarantineCareStore } from '@trove/db';
import { entryPages } from './entryPages.js';

export interface DiscardOrder {
  readonly by: string;
  readonly reason: string;
  readonly filter: QuarantineFilter;
  /** What was shown; without it whatever is there now. */
  readonly extent?: QuarantineExtent | undefined;
  /** How many entries were shown. */
  readonly expected: number;
}

export type DiscardReply =
  /** Fewer than expected when somebody else is at some of them. */
  | { readonly is: 'discarded'; readonly count: number }
  /** Not all that were shown are open any more: nothing was discarded. */
  | { readonly is: 'changed'; readonly found: number };

export async function discardEntries(db: Db, order: DiscardOrder): Promise<DiscardReply> {
  const { by, reason, filter, extent, expected } = order;
  const most = REPAIR_LIMITS.entries;
  const query = { ...filter, state: 'open', extent, isOldestFirst: true, most } as const;
  const keys: QuarantineKey[] = [];
  for await (const page of entryPages(db, query)) {
    keys.push(...page.map(({ stream, streamId }) => ({ stream, streamId })));
  }
  if (keys.length !== expected) return { is: 'changed', found: keys.length };
  return { is: 'discarded', count: await quarantineCareStore(db).discard(keys, { by, reason }) };
}
