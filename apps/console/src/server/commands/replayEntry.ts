'use server';
/** Sends one event from quarantine to its log again, as it came or repaired, by its own id. */
import type { QuarantineEntry, QuarantineReplay } from '@trove/contracts';
import type { ReplayReading } from '@trove/repairs';
import { z } from 'zod';
import { logger } from '../connections';
import { contracts, repairs } from '../packages';
import { readEntry } from '../reads/quarantine';
import { EntryPlace } from '../reads/quarantineQueries';
import { repairDeps } from '../repairDeps';
import { requireViewer } from '../viewer';

const Order = EntryPlace.extend({
  /** The repaired event as JSON text; absent when it is sent as it came. */
  text: z.string().max(contracts.REPAIR_LIMITS.eventChars).optional(),
  /** Whether it may go to a hunt that is paused or ended. */
  allowsClosed: z.boolean().default(false),
});
export type ReplayOrder = z.input<typeof Order>;

export interface ReplayAnswer {
  readonly isDone: boolean;
  readonly says: string;
  /** Of the field its contract refuses. */
  readonly path?: string | undefined;
  /** Whether it can be sent only when that its hunt is not live is no matter. */
  readonly isClosed?: boolean | undefined;
  /** What the entry shows from now on, when that is something else. */
  readonly replay?: QuarantineReplay | undefined;
}

/** What would become of it, without effect. */
export async function foretellReplay(input: ReplayOrder): Promise<ReplayAnswer> {
  await requireViewer();
  const read = await readOrder(input);
  if ('says' in read) return read;
  const { reading } = read;
  const { replay, prospect, otherVersion } = reading;
  const preview = await repairs.foretell(repairDeps(), replay);
  return { isDone: true, says: repairs.wordsOfForeseen({ prospect, preview, otherVersion }) };
}

export async function replayEntry(input: ReplayOrder): Promise<ReplayAnswer> {
  const viewer = await requireViewer();
  const read = await readOrder(input);
  if ('says' in read) return read;
  const { entry, reading } = read;
  const by = viewer.email;
  const reply = await repairs.replayOne(repairDeps(), { entry, replay: reading.replay, by });
  if (reply.is === 'taken') return { isDone: false, says: repairs.wordsOfTaken(reply.entry) };
  logger().info({ event: entry.eventId, by: viewer.id }, 'an event is replayed');
  return { isDone: true, says: repairs.wordsOfResult(reply.result), replay: reply.replay };
}

interface ReadOrder {
  readonly entry: QuarantineEntry;
  readonly reading: Extract<ReplayReading, { isGood: true }>;
}

/** The entry with what would be sent, or why it can't be. */
async function readOrder(input: ReplayOrder): Promise<ReplayAnswer | ReadOrder> {
  const order = Order.safeParse(input);
  const entry = order.success ? await readEntry(order.data) : undefined;
  if (!order.success || !entry) {
    return { isDone: false, says: 'There is no such entry any more.' };
  }
  const { text, allowsClosed } = order.data;
  const reading = await repairs.readReplay(repairDeps(), { entry, text, allowsClosed });
  if (reading.isGood) return { entry, reading };
  const { says, path, isClosed } = reading;
  return { isDone: false, says, path, isClosed };
}
