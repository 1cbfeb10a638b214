/** What a repair run asks of the logs: what would become of entries, sending them, and outcomes. */
import type { EventResult, QuarantineEntry } from '@trove/contracts';
import type { Examined, Judged } from '@trove/core';
import {
  appendReplays,
  createHuntDirectory,
  examineEntries,
  findResults,
  isDecidedUntil,
  type KeySpace,
  placeOfNextResult,
  type Replay,
  type ResultsQuery,
  type TroveRedis,
} from '@trove/streams';

export interface ReplayLog {
  /** Without effect. */
  examine(
    entries: readonly QuarantineEntry[],
    judge: (entry: QuarantineEntry) => Judged,
  ): Promise<Examined[]>;
  /** Where results of what is sent from now on will stand. */
  place(partition: number): Promise<string>;
  /** Events of one partition; durable once it resolves. */
  append(replays: readonly Replay[]): Promise<unknown>;
  /** First results behind the events' places, by `replayKey`. */
  results(query: ResultsQuery): Promise<ReadonlyMap<string, EventResult>>;
  /** Whether all that was appended until a moment of Redis's clock has been decided. */
  isDecidedUntil(partition: number, atMs: number): Promise<boolean>;
}

export function createReplayLog(redis: TroveRedis, keys: KeySpace): ReplayLog {
  const hunts = createHuntDirectory(redis, keys);
  return {
    async examine(entries, judge) {
      const [seconds] = (await redis.time()).map(Number) as [number, number];
      const deps = { redis, hunts, nowMs: seconds * 1_000, keys };
      return await examineEntries(deps, entries, judge);
    },
    place: (partition) => placeOfNextResult(redis, partition, keys),
    append: (replays) => appendReplays(redis, replays, keys),
    results: (query) => findResults(redis, { ...query, keys }),
    isDecidedUntil: (partition, atMs) => isDecidedUntil(redis, { partition, atMs, keys }),
  };
}
