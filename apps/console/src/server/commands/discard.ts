'use server';
/** Leaves refused events for good, with a reason: one, or all of a list as it was shown. */
import { z } from 'zod';
import { db, logger } from '../connections';
import { contracts, database, repairs } from '../packages';
import { EntryPlace, FilterQuery, filterOf } from '../reads/quarantineQueries';
import { requireViewer } from '../viewer';

const Reason = z.string().trim().min(1).max(contracts.REPAIR_LIMITS.reasonChars);
const One = EntryPlace.extend({ reason: Reason });
const Many = z.object({
  filter: FilterQuery,
  reason: Reason,
  untilMs: z.number().int().min(0),
  expected: z.number().int().min(1),
});

export interface DiscardAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

const NO_REASON = { isDone: false, says: 'Discarding needs a reason that others can read.' };

export async function discardEntry(input: z.input<typeof One>): Promise<DiscardAnswer> {
  const viewer = await requireViewer();
  const order = One.safeParse(input);
  if (!order.success) return NO_REASON;
  const { reason, ...key } = order.data;
  const store = database.quarantineCareStore(db());
  const isDone = (await store.discard([key], { by: viewer.email, reason })) === 1;
  if (isDone) logger().info({ ...key, by: viewer.id }, 'a refused event is discarded');
  return isDone
    ? { isDone, says: 'Discarded: it is listed under the discarded ones.' }
    : { isDone, says: 'Somebody else is at it, or has been: look at the list again.' };
}

export async function discardList(input: z.input<typeof Many>): Promise<DiscardAnswer> {
  const viewer = await requireViewer();
  const order = Many.safeParse(input);
  if (!order.success) return NO_REASON;
  const { filter, ...rest } = order.data;
  const by = viewer.email;
  const reply = await repairs.discardEntries(db(), { ...rest, by, filter: filterOf(filter) });
  if (reply.is === 'changed') {
    const says = `There are ${reply.found} of these now, not ${rest.expected}: none is discarded.`;
    return { isDone: false, says };
  }
  logger().info({ count: reply.count, by: viewer.id }, 'refused events are discarded');
  const others = rest.expected - reply.count;
  const held = others === 0 ? '' : ` Somebody else is at ${others} of them.`;
  return { isDone: true, says: `${reply.count} discarded.${held}` };
}
