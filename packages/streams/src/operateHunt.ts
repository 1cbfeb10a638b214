/** An operator's act on a hunt: an event in its log, what came of it, and the directory told. */
import { type EventResult, type LiveHunt, type Operation, timeOfEventId } from '@trove/contracts';
import { phaseFault } from '@trove/core';
import { v7 as uuidv7 } from 'uuid';
import { appendControl } from './appendControl.js';
import { HUNT_HEAD, parseHunt } from './commit/stateCodec.js';
import type { TroveRedis } from './connectRedis.js';
import { decidedControl } from './decidedControl.js';
import { createHuntDirectory } from './huntDirectory.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { newTeamCode } from './newTeamCode.js';
import { RedisEventLog } from './redisEventLog.js';
import { isDecidedUntil, placeOfNextResult } from './replay.js';

export interface HuntOperation {
  readonly live: LiveHunt;
  readonly operation: Operation;
  /** Who asked for it; shown in the log. */
  readonly by: string;
  /** How long the caller waits for what it did; 0 looks once. */
  readonly waitMs: number;
  /** Told of its event as soon as that is in the log. */
  readonly onAppended?: (act: UndecidedAct) => void;
  /** Told when nobody holds the hunt's partition. */
  readonly wake?: (partition: number) => void;
  readonly keys?: KeySpace;
}

/** An act in the log, and where what comes of it is looked for. */
export interface UndecidedAct {
  /** Of its event. */
  readonly id: string;
  /** An entry of `out` that its result will stand behind. */
  readonly afterId: string;
}

/** Durable once it resolves; undefined when it was still undecided after `waitMs`. */
export async function operateHunt(
  redis: TroveRedis,
  { live, operation, by, waitMs, onAppended, wake, keys = DEFAULT_KEYS }: HuntOperation,
): Promise<EventResult | undefined> {
  const { partition } = live;
  const { type, data } = operation;
  const afterId = await placeOfNextResult(redis, partition, keys);
  const id = uuidv7();
  const { isOwned } = await appendControl(new RedisEventLog({ redis, keys }), {
    partition,
    hunt: live.slug,
    // Stands with the team it is about, so that its result reaches that team.
    ...('team' in data && data.team !== undefined ? { team: data.team } : {}),
    type,
    data: { ...data, by, ...(type === 'team.member_removed.v1' && { code: newTeamCode() }) },
    id,
  });
  onAppended?.({ id, afterId });
  if (!isOwned) wake?.(partition);
  const result = await decidedControl(redis, { partition, id, afterId, waitMs, keys });
  if (operation.type === 'hunt.phase_changed.v1') {
    await tellDirectory(redis, { live, operation, isDecided: result !== undefined, keys });
  }
  return result;
}

interface UndecidedQuery {
  readonly live: LiveHunt;
  readonly act: UndecidedAct;
  readonly keys?: KeySpace;
}

/**
 * What has come of an act since; else where to look for it the next time. `gone` when it was
 * decided and its result is there no more, or was lost with the end of the log.
 */
export async function lookAtOperation(
  redis: TroveRedis,
  { live: { partition }, act: { id, afterId }, keys = DEFAULT_KEYS }: UndecidedQuery,
): Promise<EventResult | UndecidedAct | 'gone'> {
  const atMs = timeOfEventId(id) + CLOCKS_APART_MS;
  // Asked first: what is decided between two answers would seem to be gone.
  const isDecided = await isDecidedUntil(redis, { partition, atMs, keys });
  const next = await placeOfNextResult(redis, partition, keys);
  const result = await decidedControl(redis, { partition, id, afterId, waitMs: 0, keys });
  if (result === undefined && isDecided) return 'gone';
  return result ?? { id, afterId: next };
}

/** The clocks of a console and of Redis do not differ by more. */
const CLOCKS_APART_MS = 60_000;

interface PhaseTold {
  readonly live: LiveHunt;
  readonly operation: Extract<Operation, { type: 'hunt.phase_changed.v1' }>;
  readonly isDecided: boolean;
  readonly keys: KeySpace;
}

/** What the log has decided; while it has not, what it is expected to. */
async function tellDirectory(redis: TroveRedis, told: PhaseTold): Promise<void> {
  const { live, operation, isDecided, keys } = told;
  const { phase, startsAt } = operation.data;
  await createHuntDirectory(redis, keys).update(live.slug, async (current = live) => {
    if (isDecided) {
      // Read behind the entry: whoever writes last has seen the newest phase.
      const key = partitionKeys(keys, live.partition).hunt(live.slug);
      const head = await redis.hget(key, HUNT_HEAD);
      const state = head === null ? undefined : parseHunt(live.slug, { [HUNT_HEAD]: head });
      return state === undefined ? current : withPhase(current, state);
    }
    const wish = { to: phase, nowMs: Date.now(), hasBegun: false };
    if (phaseFault(current, wish) !== undefined) return current;
    const startsMs = startsAt === undefined ? 0 : Date.parse(startsAt);
    return withPhase(current, { phase, startsMs });
  });
}

/** Event time is not told to the directory, whose readers know no other clock than the wall's. */
function withPhase(
  { startsMs: _, ...live }: LiveHunt,
  { phase, startsMs }: { phase: LiveHunt['phase']; startsMs: number },
): LiveHunt {
  const isTold = startsMs > 0 && live.clock === 'wall';
  return isTold ? { ...live, phase, startsMs } : { ...live, phase };
}
