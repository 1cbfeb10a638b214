/**
 * A hunt on a real Redis that is really decided, with refused events in a real PostgreSQL, under
 * keys and in a database of its own.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { EventId, type HuntPhase, type QuarantineRecord, type RepairRule } from '@trove/contracts';
import { canonicalHunt } from '@trove/core';
import { createDb, type Db, quarantineReads, quarantineStore, repairStore } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import {
  announcePublication,
  connectRedis,
  createHuntDirectory,
  createIdentities,
  createQuarantineSource,
  localUs,
  OutBlob,
  operateHunt,
  partitionKeys,
  quarantine,
  RedisEventLog,
  RedisStateStore,
  type TroveRedis,
} from '@trove/streams';
import { createLogger } from '@trove/telemetry';
import { huntDefinition } from '@trove/testkit';
import { createProjectQuarantine } from '../jobs/projectQuarantine.js';
import { drainPartition } from '../partition/drainPartition.js';
import { PartitionStates } from '../partition/partitionStates.js';
import { RulesCache } from '../partition/rulesCache.js';
import { repeat } from '../repeat.js';

const logger = createLogger({ app: 'test', level: 'silent' });
export const SOURCE = '/test';
/** Brings the code of a scan from ` CLOCK` to `CLOCK`. */
export const MENDING: RepairRule = {
  condition: 'event.data.code == " CLOCK"',
  patch: [{ op: 'replace', path: '/data/code', value: 'CLOCK' }],
};

/** A UUIDv7 of a moment. */
export function idAt(atMs: number): EventId {
  const head = atMs.toString(16).padStart(12, '0');
  const tail = randomUUID().slice(15);
  return EventId.parse(`${head.slice(0, 8)}-${head.slice(8)}-7${tail}`);
}

export interface Servers {
  readonly redisUrl: string;
  readonly databaseUrl: string;
}

/** As a worker waits between batches. */
export const pause = (ms: number): Promise<void> => (ms > 0 ? setTimeout(ms) : Promise.resolve());

export interface Refusing {
  readonly id?: EventId;
  readonly team: string;
  readonly code?: string;
  /** Whether the door parked it; true unless said. */
  readonly isParked?: boolean;
}

export class HealingWorld {
  readonly keys = { prefix: `test-${randomUUID()}` };
  readonly redis: TroveRedis;
  private readonly blocking: TroveRedis;
  private readonly stopping = new AbortController();
  private draining: Promise<void> = Promise.resolve();

  private constructor(
    redisUrl: string,
    readonly db: Db,
    private readonly database: TestDatabase,
  ) {
    this.redis = connectRedis(redisUrl, { name: 'healing-test' });
    this.blocking = connectRedis(redisUrl, { name: 'healing-test-b', isBlocking: true });
  }

  static async open({ redisUrl, databaseUrl }: Servers): Promise<HealingWorld> {
    const database = await createTestDatabase(databaseUrl);
    const db = createDb(database.url);
    const world = new HealingWorld(redisUrl, db, database);
    const body = canonicalHunt(huntDefinition());
    const hash = createHash('sha256').update(body).digest('hex');
    const version = { slug: 'test-hunt', version: 1, hash, body, partition: 0 };
    const stored = { ...version, eventId: idAt(Date.now()) };
    await announcePublication(world.redis, stored, world.keys);
    world.draining = world.drain();
    return world;
  }

  /** Refuses scans as the door would, and brings them to PostgreSQL; answers their ids. */
  async refuse(refusals: readonly Refusing[]): Promise<EventId[]> {
    const { redis, keys } = this;
    const sourceHash = (await createIdentities()).sourceHash(SOURCE);
    // One for all: an event that is refused twice is the same to the millisecond.
    const atMs = Date.now();
    const refused = refusals.map(({ id = idAt(atMs), team, code, isParked = true }) => {
      const parking = { partition: 0, hunt: 'test-hunt', id, sourceHash };
      return { record: recordOf({ id, team, code, atMs }), ...(isParked && { parking }) };
    });
    await quarantine(redis, refused, keys);
    const source = createQuarantineSource(redis, 1, keys);
    await createProjectQuarantine({ source, store: quarantineStore(this.db) })();
    return refused.map(({ record }) => record.eventId);
  }

  async entries() {
    return await quarantineReads(this.db).list({ isOldestFirst: true, limit: 200 });
  }

  /** Starts a run over every open entry; answers its id. */
  async start(rule: RepairRule, more: { rate?: number; allowsClosed?: boolean } = {}) {
    return (await this.claim(rule, more)).id;
  }

  /** The same, with what it got. */
  async claim(rule: RepairRule, more: { rate?: number; allowsClosed?: boolean } = {}) {
    const id = randomUUID();
    const filter = { state: 'open' } as const;
    const { rate = 500, allowsClosed = false } = more;
    const keys = (await this.entries()).filter(({ care }) => care?.state === 'open');
    const by = 'ann@trove.test';
    const run = { id, by, filter, rule, rate, allowsClosed, keys };
    return { id, ...(await repairStore(this.db).start(run)) };
  }

  async setPhase(phase: HuntPhase): Promise<void> {
    const { redis, keys } = this;
    const live = await createHuntDirectory(redis, keys).get('test-hunt');
    if (live === undefined) throw new Error('the hunt is not published');
    const operation = { type: 'hunt.phase_changed.v1', data: { phase } } as const;
    await operateHunt(redis, { live, operation, by: 'ann', waitMs: 0, keys });
  }

  /** Points that each event has brought, by its id, over all that was ever decided. */
  async points(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.redis.xrangeBuffer(partitionKeys(this.keys, 0).out, '-', '+');
    const points = new Map<string, number>();
    for (const [, fields] of rows) {
      const blob = new OutBlob(fields[3] as Buffer);
      for (let i = 0; i < blob.count; i += 1) {
        const id = blob.idOf(i);
        points.set(id, (points.get(id) ?? 0) + blob.pointsOf(i));
      }
    }
    return points;
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.draining;
    for await (const found of this.redis.scanStream({ match: `${this.keys.prefix}:*` })) {
      if (found.length > 0) await this.redis.unlink(found);
    }
    this.redis.disconnect();
    this.blocking.disconnect();
    await this.db.close();
    await this.database.drop();
  }

  private async drain(): Promise<void> {
    const { redis, blocking, keys, stopping } = this;
    const log = new RedisEventLog({ redis, blocking, keys });
    const store = new RedisStateStore({ redis, keys, nowUs: localUs });
    const rules = new RulesCache(createHuntDirectory(redis, keys));
    const states = new PartitionStates({ store, rules });
    while (!stopping.signal.aborted) {
      await drainPartition(
        { lease: { partition: 0, token: `test#${randomUUID()}` }, signal: stopping.signal },
        {
          ...{ log, store, states, logger, nowUs: localUs },
          every: (ms, run) => repeat(ms, logger, run).close,
          wait: (ms) => setTimeout(ms),
          onCommitted: () => undefined,
        },
      );
    }
  }
}

interface Refused {
  readonly id: EventId;
  readonly team: string;
  readonly code: string | undefined;
  readonly atMs: number;
}

function recordOf({ id, team, code = ' CLOCK', atMs }: Refused): QuarantineRecord {
  const [hunt, type, time] = ['test-hunt', 'code.scanned.v1', new Date(atMs).toISOString()];
  const original = JSON.stringify({ id, type, time, hunt, player: team, team, data: { code } });
  return {
    ...{ refusedAt: atMs, stage: 'door', ack: 'invalid', code: 'contract' },
    ...{ path: 'data.code', detail: 'a name', eventId: id, hunt, type, source: SOURCE },
    ...{ player: team, team, transport: 'http', reserialised: false, original },
    ...{ originalBytes: Buffer.byteLength(original), originalSha256: '0'.repeat(64) },
    huntVersion: 1,
  };
}
