'use server';
/** Leaves refused events for good, with a reason: one, or all of a list as it was shown. */
import { z } from 'zod';
import { command } from '../command';
import { db, logger } from '../connections';
import { contracts, database, repairs } from '../packages';
import { EntryPlace, FilterQuery, filterOf } from '../reads/quarantineQueries';

const Reason = z.string().trim().min(1).max(contracts.REPAIR_LIMITS.reasonChars);
const One = EntryPlace.extend({ reason: Reason });
const Many = z.object({
  filter: FilterQuery,
  reason: Reason,
  extent: contracts.QuarantineExtent,
  expected: z.number().int().min(1),
});

export interface DiscardAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

const NO_REASON = 'Discarding needs a reason that others can read.';

export const discardEntry = command({
  name: 'discard-entry',
  needs: 'operate',
  input: One,
  wrongInput: NO_REASON,
  run: async ({ reason, ...key }, { viewer, note }): Promise<DiscardAnswer> => {
    const store = database.quarantineCareStore(db());
    const isDone = (await store.discard([key], { by: viewer.email, reason })) === 1;
    if (!isDone) {
      return { isDone, says: 'Somebody else is at it, or has been: look at the list again.' };
    }
    logger().info({ ...key, by: viewer.id }, 'a refused event is discarded');
    note({ subject: `quarantine:${key.stream}/${key.streamId}`, after: { discarded: reason } });
    return { isDone, says: 'Discarded: it is listed under the discarded ones.' };
  },
});

export const discardList = command({
  name: 'discard-list',
  needs: 'operate',
  input: Many,
  wrongInput: NO_REASON,
  run: async ({ filter, ...rest }, { viewer, note }): Promise<DiscardAnswer> => {
    const by = viewer.email;
    const reply = await repairs.discardEntries(db(), { ...rest, by, filter: filterOf(filter) });
    if (reply.is === 'changed') {
      const now = `${reply.found} of these are open now, not ${rest.expected}`;
      return { isDone: false, says: `${now}: none is discarded.` };
    }
    const { count } = reply;
    logger().info({ count, by: viewer.id }, 'refused events are discarded');
    note({ subject: 'quarantine', after: { filter, count, discarded: rest.reason } });
    const others = rest.expected - count;
    const held = others === 0 ? '' : ` Somebody else is at ${others} of them.`;
    return { isDone: true, says: `${count} discarded.${held}` };
  },
});
