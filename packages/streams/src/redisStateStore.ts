/** The StateStore on Redis: one Lua script a commit, every key in the partition's slot. */
import type {
  AskedTime,
  Commit,
  CommitReply,
  Decision,
  Held,
  Lease,
  LoadedState,
  Repeat,
  StateQuery,
  StateStore,
} from '@trove/core';
import { loadState } from './commit/loadState.js';
import { packCommit } from './commit/packCommit.js';
import { type SeenBucket, seenBuckets } from './commit/seenBuckets.js';
import { SeenFilters, type Suspects } from './commit/seenFilters.js';
import { positionInValue } from './commit/seenValue.js';
import { type TroveRedis, writeTogether } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { packSwap } from './shadow/packSwap.js';

export interface RedisStateOptions {
  readonly redis: TroveRedis;
  readonly keys?: KeySpace;
  readonly leaseMs?: number;
  /**
   * The connection on which a partition's log is read. A chunk's first commit leaves on it, in
   * front of the next read and in one packet with it; absent: all commits leave on `redis`.
   */
  readonly reading?: (partition: number) => TroveRedis | undefined;
  /** Microseconds on Redis's clock; stamps when a chunk was decided. */
  readonly nowUs: () => number;
  /** Most ids of a hunt that are parked; absent: `PARKED_BOUND`. */
  readonly parkedBound?: number;
}

export interface Swap extends Omit<Commit, 'isFirst'> {
  /** The shadow that is to be the hunt's state. */
  readonly shadow: string;
}

/**
 * Long enough to outlive a pause of the worker's collector, short enough that the partition of a
 * worker that hangs moves on within two seconds. Of one that died the sweeper frees it at once.
 */
const LEASE_MS = 1_200;

export class RedisStateStore implements StateStore {
  private readonly keys: KeySpace;
  private readonly leaseMs: number;
  private readonly filters = new SeenFilters();
  private runId: string | undefined;

  constructor(private readonly options: RedisStateOptions) {
    this.keys = options.keys ?? DEFAULT_KEYS;
    this.leaseMs = options.leaseMs ?? LEASE_MS;
    options.redis.on('close', () => {
      this.runId = undefined;
    });
  }

  async acquire(lease: Lease): Promise<Held | { kind: 'taken' }> {
    const { owner, meta } = partitionKeys(this.keys, lease.partition);
    const { redis } = this.options;
    const reply = await redis.troveAcquire(2, owner, meta, lease.token, this.leaseMs);
    const [isHeld, epoch, runId, cursor, decided] = reply as [number, ...string[]];
    if (isHeld !== 1) return { kind: 'taken' };
    const held: RedisHeld = {
      kind: 'held',
      epoch: Number(epoch),
      cursor: cursor ?? '0-0',
      decided: Number(decided),
      storedEpoch: epoch ?? '0',
      storedRunId: runId ?? '',
    };
    return held;
  }

  async load(query: StateQuery): Promise<LoadedState> {
    return await loadState(this.options.redis, partitionKeys(this.keys, query.partition), query);
  }

  async commit({ lease, from, decision, isFirst }: Commit): Promise<CommitReply> {
    const stored = from as RedisHeld;
    const known = this.runId;
    const runId = known ?? (await this.readRunId());
    // After a wait the read has left already, and a commit behind it would wait as long as it does.
    const isAhead = isFirst && known !== undefined;
    const reading = isAhead ? this.options.reading?.(lease.partition) : undefined;
    const nowUs = this.options.nowUs();
    const epoch = stored.storedRunId === runId ? from.epoch : nextEpoch(from.epoch, nowUs);
    const { partition } = lease;
    const keys = partitionKeys(this.keys, partition);
    const buckets = seenBuckets(keys, decision.results);
    const lookedAtUs = this.options.nowUs();
    const place = { epoch: from.epoch, cursor: from.cursor, runId };
    const suspects = this.filters.suspects(partition, place, buckets);
    const lookUs = this.options.nowUs() - lookedAtUs;
    const packed = packCommit({
      keys,
      lease: { token: lease.token, leaseMs: this.leaseMs },
      from: { epoch: stored.storedEpoch, cursor: from.cursor, decided: from.decided },
      to: { epoch, runId },
      decidedAtUs: nowUs,
      decision,
      parkedBound: this.options.parkedBound,
      buckets,
      suspects,
    });
    if (reading !== undefined) writeTogether(reading);
    const reply = await (reading ?? this.options.redis).troveCommitBuffer(
      packed.keys.length,
      ...packed.keys,
      ...packed.args,
    );
    const [word, ...rest] = reply as [Buffer, ...(Buffer | number)[]];
    const kind = word.toString('latin1');
    if (kind === 'moved') return { kind: 'moved' };
    if (kind === 'repeats') {
      const [micros, ...found] = rest;
      const asked = askedTime({ suspects, micros, filterUs: lookUs });
      return { kind: 'repeats', repeats: toRepeats(found, buckets), ...asked };
    }
    const [committedAt, micros, ...made] = rest as [Buffer, number, ...number[]];
    const to = { epoch, cursor: lastEntryId(decision), runId };
    const addedAtUs = this.options.nowUs();
    this.filters.committed(partition, { from: place, to, buckets, made, ...packed });
    const addUs = this.options.nowUs() - addedAtUs;
    const held: RedisHeld & AskedTime & { committedAtUs: number } = {
      kind: 'held',
      epoch,
      cursor: to.cursor,
      decided: from.decided + decision.results.length,
      storedEpoch: String(epoch),
      storedRunId: runId,
      committedAtUs: Number(committedAt.toString('latin1')),
      ...askedTime({ suspects, micros, filterUs: lookUs + addUs }),
    };
    return held;
  }

  /**
   * Commits a publication that puts a recomputed hunt in the place of its own state, and raises the
   * epoch with it. `moved` too where the shadow does not stand at this very position.
   */
  async swap({ lease, from, decision, shadow }: Swap): Promise<CommitReply> {
    const stored = from as RedisHeld;
    const runId = this.runId ?? (await this.readRunId());
    const nowUs = this.options.nowUs();
    const epoch = nextEpoch(from.epoch, nowUs);
    const { partition } = lease;
    const packed = packSwap({
      keys: partitionKeys(this.keys, partition),
      lease: { token: lease.token, leaseMs: this.leaseMs },
      from: { epoch: stored.storedEpoch, cursor: from.cursor, decided: from.decided },
      to: { epoch, runId },
      decidedAtUs: nowUs,
      decision,
      space: this.keys,
      partition,
      shadow,
    });
    const { redis } = this.options;
    // It remembers an id and raises the epoch: what filters know ends here.
    this.filters.drop(partition);
    const reply = await redis.troveSwapBuffer(packed.keys.length, ...packed.keys, ...packed.args);
    const [word, told] = reply as [Buffer, Buffer];
    const kind = word.toString('latin1');
    if (kind === 'moved') return { kind: 'moved' };
    if (kind === 'repeats') {
      return { kind: 'repeats', repeats: toRepeats([0, 0, told], [{ indexes: [0] }]) };
    }
    const held: RedisHeld & { committedAtUs: number } = {
      kind: 'held',
      epoch,
      cursor: lastEntryId(decision),
      decided: from.decided + decision.results.length,
      storedEpoch: String(epoch),
      storedRunId: runId,
      committedAtUs: Number(told.toString('latin1')),
    };
    return held;
  }

  async release(lease: Lease, how: 'when-idle' | 'with-backlog') {
    const { owner, meta, log } = partitionKeys(this.keys, lease.partition);
    const flag = how === 'with-backlog' ? '1' : '0';
    const reply = await this.options.redis.troveRelease(3, owner, meta, log, lease.token, flag);
    return reply as 'released' | 'behind' | 'lost';
  }

  /** The server's run id, read once a connection: another one means state may be older. */
  private async readRunId(): Promise<string> {
    const info = await this.options.redis.info('server');
    const value = /run_id:(\w+)/.exec(info)?.[1];
    if (value === undefined) throw new Error('the server tells no run_id');
    this.runId = value;
    return value;
  }
}

/** What was read from `meta`, kept as text so that it is compared as it is stored. */
interface RedisHeld extends Held {
  readonly storedEpoch: string;
  readonly storedRunId: string;
}

/** Seconds since 1970 at the least, so that a server that was wiped never uses an old epoch. */
function nextEpoch(epoch: number, nowUs: number): number {
  return Math.max(epoch + 1, Math.floor(nowUs / 1_000_000));
}

function lastEntryId({ entries }: Decision): string {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('a commit needs at least one entry');
  return last.id;
}

interface Asked {
  readonly suspects: readonly Suspects[];
  /** What the script says it took. */
  readonly micros: Buffer | number | undefined;
  /** What looking it up here took. */
  readonly filterUs: number;
}

/** A server whose clock stands still within a script can't tell. */
function askedTime({ suspects, micros, filterUs }: Asked): AskedTime {
  const isAsked = suspects.some((one) => one === undefined || one.length > 0);
  if (!isAsked) return { askedUs: filterUs };
  return typeof micros === 'number' && micros > 0 ? { askedUs: micros + filterUs } : {};
}

function toRepeats(
  flat: readonly (Buffer | number)[],
  buckets: readonly Pick<SeenBucket, 'indexes'>[],
): Repeat[] {
  const repeats: Repeat[] = [];
  for (let i = 0; i < flat.length; i += 3) {
    const { indexes } = buckets[flat[i] as number] as Pick<SeenBucket, 'indexes'>;
    const value = (flat[i + 2] as Buffer).toString('latin1');
    repeats.push({
      index: indexes[flat[i + 1] as number] as number,
      firstPosition: positionInValue(value),
      firstDigest: value.slice(0, 8),
    });
  }
  return repeats;
}
