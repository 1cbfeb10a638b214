'use server';
/** Sends an event from quarantine to its log again, by its own id, and tells the outcome. */
import type { EventResult, QuarantineEntry, QuarantineReplay } from '@trove/contracts';
import { z } from 'zod';
import { db, logger, redis } from '../connections';
import { database, streams } from '../packages';
import { readEntry } from '../reads/quarantine';
import { readReplay } from '../reads/readReplay';
import { requireViewer } from '../viewer';

const Place = z.object({
  stream: z.string().regex(/^[a-z0-9]{1,16}$/),
  streamId: z.string().regex(/^\d{1,16}-\d{1,10}$/),
});

/** How long the operator waits for the outcome. */
const WAIT_MS = 4_000;

export interface ReplayAnswer {
  readonly isDone: boolean;
  readonly says: string;
  /** What the entry shows from now on, when that is something else. */
  readonly replay?: QuarantineReplay | undefined;
}

export async function replayEntry(place: z.input<typeof Place>): Promise<ReplayAnswer> {
  const viewer = await requireViewer();
  const key = Place.safeParse(place);
  const entry = key.success ? await readEntry(key.data) : undefined;
  if (!entry) return { isDone: false, says: 'There is no such entry any more.' };
  const read = await readReplay(entry);
  if (!read.isGood) return { isDone: false, says: read.says };
  const replayed = await streams.appendReplay(redis(), read.replay);
  logger().info({ event: read.replay.event.id, by: viewer.id }, 'an event is replayed');
  const pending = { at: Date.now(), by: viewer.email, outcome: 'pending' } as const;
  const isNoted = await note(entry, pending);
  const result = await streams.waitReplayed(redis(), read.replay, { ...replayed, waitMs: WAIT_MS });
  const replay = result ? { ...pending, outcome: result.outcome } : pending;
  if (result) await note(entry, replay);
  return { isDone: true, says: wordsOf(result), replay: isNoted ? replay : undefined };
}

/** False when it is not noted. The log has it: a list that does not say so is no failure. */
async function note(entry: QuarantineEntry, replay: QuarantineReplay): Promise<boolean> {
  try {
    return await database.quarantineStore(db()).markReplayed(entry, replay);
  } catch (error) {
    logger().warn({ err: error }, 'a replay is not noted in PostgreSQL');
    return false;
  }
}

function wordsOf(result: EventResult | undefined): string {
  if (!result) return 'It stands in the log and waits to be decided: look for it by its id.';
  const { outcome, verdict, points = 0, firstPosition } = result;
  switch (outcome) {
    case 'replayed':
    case 'accepted':
      return `It counts now: ${(verdict ?? 'noted').replaceAll('_', ' ')}, ${points} points.`;
    case 'duplicate':
      return `Its id was counted before, at position ${firstPosition}: nothing moved.`;
    case 'conflict':
      return `Its id was counted before with other content, at position ${firstPosition}.`;
    case 'late':
      return `It is too old to be told from a repeat, so it does not count.`;
    default:
      return `It became ${outcome.replaceAll('_', ' ')}: nothing moved.`;
  }
}
