/** A partition on a real Redis whose events were really decided, under keys of its own. */
import { randomUUID } from 'node:crypto';
import { canonicalHunt, type LoggedEvent } from '@trove/core';
import {
  connectRedis,
  createHuntDirectory,
  localUs,
  MetricsCollector,
  partitionKeys,
  RedisEventLog,
  RedisStateStore,
  type TroveRedis,
} from '@trove/streams';
import { createLogger } from '@trove/telemetry';
import { huntDefinition, identity, playEvent, published } from '@trove/testkit';
import { type DrainDeps, drainPartition } from '../partition/drainPartition.js';
import { measureCommit } from '../partition/measureCommit.js';
import { PartitionStates } from '../partition/partitionStates.js';
import { createRepublish, type Republish } from '../partition/republish.js';
import { RulesCache } from '../partition/rulesCache.js';
import { repeat } from '../repeat.js';

const logger = createLogger({ app: 'test', level: 'silent' });
const HASH = 'a'.repeat(64);
const PER_ENTRY = 10;

export class DecidedLog {
  readonly keys = { prefix: `test-${randomUUID()}` };
  readonly redis: TroveRedis;
  readonly metrics = new MetricsCollector('test', 'worker');
  private definition = huntDefinition();
  private readonly blocking: TroveRedis;
  private readonly log: RedisEventLog;
  private readonly store: RedisStateStore;
  private readonly states: PartitionStates;
  private readonly republish: Republish;
  private readonly rules: RulesCache;
  private readonly startMs = Date.now();
  private readonly undecided = new Map<number, number>();

  constructor(
    redisUrl: string,
    private readonly nowUs = localUs,
  ) {
    const { keys } = this;
    this.redis = connectRedis(redisUrl, { name: 'archive-test' });
    this.blocking = connectRedis(redisUrl, { name: 'archive-test-b', isBlocking: true });
    this.log = new RedisEventLog({ redis: this.redis, blocking: this.blocking, keys });
    this.store = new RedisStateStore({ redis: this.redis, keys, nowUs });
    const directory = createHuntDirectory(this.redis, keys);
    this.rules = new RulesCache({
      body: async (hash) => {
        return hash === HASH ? canonicalHunt(this.definition) : await directory.body(hash);
      },
    });
    const { redis, store, rules } = this;
    this.states = new PartitionStates({ store, rules });
    this.republish = createRepublish({ redis, store, rules, nowUs, keys });
  }

  /** The hunt of tests, with more in its file. */
  async publish(partition: number, more: Record<string, unknown> = {}): Promise<void> {
    this.definition = huntDefinition(more);
    await this.append(partition, [{ ...published(HASH, 1), identity: identity(this.startMs, 0) }]);
  }

  /** A scan under a number: the same number again is the same event sent again. */
  scan(number: number, code = 'NOPE', team = 'herons'): LoggedEvent {
    const event = playEvent('code.scanned.v1', { code }, { number, team });
    return { ...event, identity: identity(this.startMs, number) };
  }

  /** Events numbered from `from` on, ten to a log entry. */
  async appendScans(partition: number, from: number, count: number): Promise<void> {
    for (let at = 0; at < count; at += PER_ENTRY) {
      const ids = Array.from({ length: Math.min(PER_ENTRY, count - at) }, (_, i) => from + at + i);
      await this.append(
        partition,
        ids.map((number) => this.scan(number)),
      );
    }
  }

  async append(partition: number, events: LoggedEvent[]): Promise<void> {
    this.undecided.set(partition, (this.undecided.get(partition) ?? 0) + events.length);
    await this.log.append({ partition, door: 'd', events });
  }

  /** Decides all that waits; several commits when more is appended between. */
  async decide(partition: number): Promise<void> {
    const caughtUp = new AbortController();
    await this.drain(partition, caughtUp.signal, (_, { decision }) => {
      const left = (this.undecided.get(partition) ?? 0) - decision.results.length;
      this.undecided.set(partition, left);
      if (left <= 0) caughtUp.abort();
    });
  }

  /** Decides whatever comes until it is stopped. */
  async drain(
    partition: number,
    signal: AbortSignal,
    onCommitted: DrainDeps['onCommitted'] = () => undefined,
  ): Promise<void> {
    const { log, store, states, republish, nowUs } = this;
    const clock = { nowUs, wait: async () => undefined };
    const every: DrainDeps['every'] = (ms, run) => repeat(ms, logger, run).close;
    while (!signal.aborted) {
      const lease = { partition, token: `test#${randomUUID()}` };
      const deps: DrainDeps = {
        ...{ log, store, states, republish, logger, every, ...clock },
        onCommitted: (committed, reply) => {
          measureCommit(this.metrics, reply);
          onCommitted(committed, reply);
        },
      };
      await drainPartition({ lease, signal }, deps);
    }
  }

  /** Decides what comes until a swap is to be written, and dies there. */
  async crashAtSwap(partition: number): Promise<void> {
    const { redis, keys, rules, log, store, states, nowUs } = this;
    const dying = { swap: () => Promise.reject(new Error('the worker died')) };
    const republish = createRepublish({ redis, store: dying, rules, nowUs, keys });
    const lease = { partition, token: `test#${randomUUID()}` };
    const every: DrainDeps['every'] = (ms, run) => repeat(ms, logger, run).close;
    const deps = { log, store, states, republish, logger, every, nowUs };
    const told = { wait: async () => undefined, onCommitted: () => undefined };
    const signal = new AbortController().signal;
    try {
      await drainPartition({ lease, signal }, { ...deps, ...told });
    } finally {
      await store.release(lease, 'with-backlog');
    }
  }

  async decided(partition: number): Promise<number> {
    const { meta } = partitionKeys(this.keys, partition);
    return Number(await this.redis.hget(meta, 'decided'));
  }

  async close(): Promise<void> {
    for await (const found of this.redis.scanStream({ match: `${this.keys.prefix}:*` })) {
      if (found.length > 0) await this.redis.unlink(found);
    }
    this.redis.disconnect();
    this.blocking.disconnect();
  }
}
