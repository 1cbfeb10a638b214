/** A folder and a decided log, anew for each test, and the archiving of one partition. */
import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveFolder, encodeParquet, queryArchive, verifyArchive } from '@trove/archive';
import { archiveReads, archiveStore, createDb, type Db } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { createArchiveSource, readSinks } from '@trove/streams';
import { createLogger } from '@trove/telemetry';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type ArchivePartitionDeps, createArchivePartition } from './archivePartition.js';
import { DecidedLog } from './decidedLog.fixture.js';

export class ArchiveStage {
  db!: Db;
  log!: DecidedLog;
  home = '';
  partition = 0;

  deps(more: Partial<ArchivePartitionDeps> = {}): ArchivePartitionDeps {
    return {
      source: createArchiveSource(this.log.redis, this.log.keys),
      store: archiveStore(this.db),
      folder: new ArchiveFolder({ folder: this.home, reserveBytes: 0 }),
      encode: encodeParquet,
      logger: createLogger({ app: 'test', level: 'silent' }),
      nowMs: Date.now,
      isPressed: async () => true,
      waitMs: 0,
      bounds: { rows: 40, bytes: 1024 * 1024 },
      ...more,
    };
  }

  run(more: Partial<ArchivePartitionDeps> = {}) {
    return createArchivePartition(this.deps(more))({ partition: this.partition });
  }

  files() {
    return archiveReads(this.db).files({ partition: this.partition });
  }

  async ask(sql: string): Promise<unknown[][]> {
    const rows: unknown[][] = [];
    await queryArchive({ folder: this.home, files: await this.files(), sql }, async (answer) => {
      for await (const row of answer.rows) rows.push([...row]);
    });
    return rows;
  }

  /** Several commits, so that several files come of them. */
  async play(events: number): Promise<void> {
    const { log, partition } = this;
    await log.publish(partition);
    for (let from = 1; from <= events; from += 30) {
      await log.appendScans(partition, from, Math.min(30, events - from + 1));
      await log.decide(partition);
    }
  }

  /** No gap, no overlap, nothing twice, and every file as it was written. */
  async expectWhole(): Promise<void> {
    const { log, partition } = this;
    const decided = await log.decided(partition);
    const status = await statusOf(this);
    const found = {
      broken: await verifyArchive(this.home, await this.files()),
      places: await this.ask(
        'select count(*), count(distinct position), min(position), max(position) from events',
      ),
      ids: await this.ask('select count(*) from (select distinct event_id from events)'),
      taken: status?.taken.get('archive'),
    };
    const places = [[decided, decided, 0, decided - 1]];
    deepStrictEqual(found, { broken: [], places, ids: [[decided]], taken: decided });
  }
}

/** Reads what the archive tells of itself. */
export async function statusOf({ log, partition }: ArchiveStage) {
  return (await readSinks(log.redis, partition + 1, log.keys))[partition];
}

/** Set up and taken down by the tests of the file that calls this. */
export function archiveStage(): ArchiveStage {
  const stage = new ArchiveStage();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
    stage.db = createDb(database.url);
  });
  afterAll(async () => {
    await stage.db.close();
    await database.drop();
  });
  beforeEach(() => {
    stage.partition += 1;
    stage.home = mkdtempSync(join(tmpdir(), 'trove-archive-'));
    stage.log = new DecidedLog(process.env['TEST_REDIS_URL'] ?? '');
  });
  afterEach(async () => {
    await stage.log.close();
    rmSync(stage.home, { recursive: true, force: true });
  });
  return stage;
}
