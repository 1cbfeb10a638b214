'use server';
/** Sends one event from quarantine to its log again, as it came or repaired, by its own id. */
import type { QuarantineEntry, QuarantineReplay } from '@trove/contracts';
import type { ReplayReading } from '@trove/repairs';
import { z } from 'zod';
import { command } from '../command';
import { logger } from '../connections';
import { contracts, repairs } from '../packages';
import { readEntry } from '../reads/quarantine';
import { EntryPlace } from '../reads/quarantineQueries';
import { repairDeps } from '../repairDeps';

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

const GONE = 'There is no such entry any more.';

/** What would become of it, without effect. */
export const foretellReplay = command({
  name: 'foretell-replay',
  needs: 'operate',
  input: Order,
  wrongInput: GONE,
  run: async (order): Promise<ReplayAnswer> => {
    const read = await readOrder(order);
    if ('says' in read) return read;
    const { replay, prospect, otherVersion } = read.reading;
    const preview = await repairs.foretell(repairDeps(), replay);
    return { isDone: true, says: repairs.wordsOfForeseen({ prospect, preview, otherVersion }) };
  },
});

export const replayEntry = command({
  name: 'replay-entry',
  needs: 'operate',
  input: Order,
  wrongInput: GONE,
  run: async (order, { viewer, note }): Promise<ReplayAnswer> => {
    const read = await readOrder(order);
    if ('says' in read) return read;
    const { entry, reading } = read;
    const by = viewer.email;
    const reply = await repairs.replayOne(repairDeps(), { entry, replay: reading.replay, by });
    if (reply.is === 'taken') return { isDone: false, says: repairs.wordsOfTaken(reply.entry) };
    logger().info({ event: entry.eventId, by: viewer.id }, 'an event is replayed');
    const after = order.text === undefined ? {} : { repaired: order.text };
    note({ subject: `event:${entry.eventId}`, before: { code: entry.code }, after });
    return { isDone: true, says: repairs.wordsOfResult(reply.result), replay: reply.replay };
  },
});

interface ReadOrder {
  readonly entry: QuarantineEntry;
  readonly reading: Extract<ReplayReading, { isGood: true }>;
}

/** The entry with what would be sent, or why it can't be. */
async function readOrder(order: z.output<typeof Order>): Promise<ReplayAnswer | ReadOrder> {
  const entry = await readEntry(order);
  if (!entry) return { isDone: false, says: GONE };
  const { text, allowsClosed } = order;
  const reading = await repairs.readReplay(repairDeps(), { entry, text, allowsClosed });
  if (reading.isGood) return { entry, reading };
  const { says, path, isClosed } = reading;
  return { isDone: false, says, path, isClosed };
}
