/** A published hunt whose events were really decided, and partly archived, on real servers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveFolder, encodeParquet } from '@trove/archive';
import type { RecordSources } from '@trove/backtest';
import { canonicalHunt } from '@trove/core';
import { archiveStore, createDb, type Db, huntStore } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { createArchiveSource, createHuntDirectory, partitionKeys } from '@trove/streams';
import { createLogger } from '@trove/telemetry';
import { huntDefinition } from '@trove/testkit';
import { createArchivePartition } from '../archive/archivePartition.js';
import { DecidedLog } from '../archive/decidedLog.fixture.js';

const HASH = 'a'.repeat(64);
const EVENT_ID = '01900000-0000-7000-8000-000000000001';

export class RecordedHunt {
  readonly slug = 'test-hunt';
  readonly partition = 0;
  readonly db: Db;
  readonly log: DecidedLog;
  private readonly home = mkdtempSync(join(tmpdir(), 'trove-record-'));

  private constructor(
    private readonly database: TestDatabase,
    redisUrl: string,
  ) {
    this.db = createDb(database.url);
    this.log = new DecidedLog(redisUrl);
  }

  /** A hunt that was just published, with a database and keys of its own. */
  static async open(redisUrl = '', databaseUrl = ''): Promise<RecordedHunt> {
    const hunt = new RecordedHunt(await createTestDatabase(databaseUrl), redisUrl);
    await hunt.store();
    return hunt;
  }

  get sources(): RecordSources {
    const { db, log, home } = this;
    return { db, redis: log.redis, folder: home, keys: log.keys };
  }

  /** Events numbered from `from` on: every tenth team scans the clock, the others nothing. */
  async play(from: number, count: number): Promise<void> {
    const { log, partition } = this;
    for (let number = from; number < from + count; number += 1) {
      const code = number % 10 === 0 ? 'CLOCK' : 'NOPE';
      await log.append(partition, [log.scan(number, code, `team-${number}`)]);
    }
    await log.decide(partition);
  }

  /** Writes all that was decided to files of at most so many events. */
  async archive(rows = 40): Promise<void> {
    const { db, log, home, partition } = this;
    const run = createArchivePartition({
      source: createArchiveSource(log.redis, log.keys),
      store: archiveStore(db),
      folder: new ArchiveFolder({ folder: home, reserveBytes: 0 }),
      encode: encodeParquet,
      logger: createLogger({ app: 'test', level: 'silent' }),
      nowMs: Date.now,
      isPressed: async () => true,
      waitMs: 0,
      bounds: { rows, bytes: 1024 * 1024 },
    });
    await run({ partition });
  }

  /** Takes out of the log and its results all that is there; the archive has what it has taken. */
  async trim(): Promise<void> {
    const { redis, keys } = this.log;
    const { log, out } = partitionKeys(keys, this.partition);
    await redis.xtrim(log, 'MAXLEN', 0);
    await redis.xtrim(out, 'MAXLEN', 0);
  }

  async close(): Promise<void> {
    await this.log.close();
    await this.db.close();
    await this.database.drop();
    rmSync(this.home, { recursive: true, force: true });
  }

  private async store(): Promise<void> {
    const { slug, partition, log } = this;
    const definition = huntDefinition();
    const { title } = definition;
    const body = canonicalHunt(definition);
    const version = { slug, title, hash: HASH, body, source: '', partition };
    await huntStore(this.db).publish({ ...version, eventId: EVENT_ID, by: 'test' });
    await createHuntDirectory(log.redis, log.keys).put({
      ...{ slug, title, partition, version: 1, hash: HASH, clock: 'wall', phase: 'live' },
      maxEvents: 1_000_000,
    });
    await log.publish(partition);
  }
}
