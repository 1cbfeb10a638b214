/**
 * Sends one entry by somebody's hand and tells what became of it. While PostgreSQL is away it is
 * sent all the same: what is not noted is found by the event's id, and it counts once anyway.
 */
import type { EventResult, QuarantineEntry, QuarantineReplay } from '@trove/contracts';
import { stateAfter } from '@trove/core';
import { isTransient, quarantineCareStore, quarantineReads } from '@trove/db';
import {
  appendReplays,
  findResults,
  placeOfNextResult,
  type Replay,
  replayKey,
} from '@trove/streams';
import { REPAIRS_LIMITS } from './limits.js';
import type { RepairDeps } from './repairDeps.js';

export type ReplayOneReply =
  /** Undefined: it stands in the log and is undecided. */
  | {
      readonly is: 'sent';
      readonly result: EventResult | undefined;
      /** What the entry shows from now on; undefined when it could not be noted. */
      readonly replay: QuarantineReplay | undefined;
    }
  /** Somebody else is at it, or has been: as the entry is now. */
  | { readonly is: 'taken'; readonly entry: QuarantineEntry | undefined };

export async function replayOne(
  deps: RepairDeps,
  { entry, replay, by }: { entry: QuarantineEntry; replay: Replay; by: string },
): Promise<ReplayOneReply> {
  const { redis, keys, db } = deps;
  const { partition } = replay.live;
  const afterId = await placeOfNextResult(redis, partition, keys);
  const repaired = replay.repaired === undefined ? undefined : JSON.stringify(replay.repaired);
  const began = { at: deps.nowMs(), by, afterId, repaired };
  const care = quarantineCareStore(db);
  const isNoted = await unlessAway(() => care.begin(entry, began));
  if (isNoted === false) return { is: 'taken', entry: await quarantineReads(db).get(entry) };
  await appendReplays(redis, [replay], keys);
  const key = replayKey(replay.event.id, replay.source);
  const { waitMs } = REPAIRS_LIMITS;
  const query = { partition, wanted: new Map([[key, afterId]]), waitMs, ...(keys && { keys }) };
  const result = (await findResults(redis, query)).get(key);
  const outcome = result?.outcome ?? 'pending';
  const noted = { at: began.at, by, outcome } as const;
  if (result !== undefined) {
    const state = stateAfter(result.outcome);
    await unlessAway(() => care.markReplayed(entry, { ...noted, state }));
  }
  return { is: 'sent', result, replay: isNoted ? noted : undefined };
}

/** Undefined when PostgreSQL does not answer: the log has it, or will have it. */
async function unlessAway<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isTransient(error)) return undefined;
    throw error;
  }
}
