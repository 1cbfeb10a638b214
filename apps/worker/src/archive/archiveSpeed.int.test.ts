/** What the archive costs: prints its figures, and fails where it could not keep up with play. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveFolder, encodeParquet } from '@trove/archive';
import type { LoggedEvent } from '@trove/core';
import { archiveReads, archiveStore, createDb, type Db } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { createArchiveSource } from '@trove/streams';
import { createLogger } from '@trove/telemetry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createArchivePartition } from './archivePartition.js';
import { DecidedLog } from './decidedLog.fixture.js';

const EVENTS = 300_000;
/** What a full game night asks of it: 50,000 players with an event every ten seconds. */
const LEAST_PER_SECOND = 5_000;

let database: TestDatabase;
let db: Db;
let log: DecidedLog;
let home = '';

/** Ids as random as real ones, because they are most of what a file holds. */
function scanOf(number: number): LoggedEvent {
  const team = `team-${number % 200}`;
  const event = log.scan(number, `CODE-${number % 400}`, team);
  const random = randomBytes(10).toString('latin1');
  const identity = event.identity.slice(0, 6) + random + event.identity.slice(16);
  return { ...event, identity };
}

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
  home = mkdtempSync(join(tmpdir(), 'trove-archive-'));
  log = new DecidedLog(process.env['TEST_REDIS_URL'] ?? '');
  await log.publish(0);
  const batch = 500;
  for (let from = 1; from <= EVENTS; from += batch) {
    const numbers = Array.from({ length: batch }, (_, i) => from + i);
    await log.append(0, numbers.map(scanOf));
  }
  await log.decide(0);
}, 240_000);
afterAll(async () => {
  await log.close();
  rmSync(home, { recursive: true, force: true });
  await db.close();
  await database.drop();
});

it(`archives ${EVENTS} events and prints what that took`, async () => {
  const archive = createArchivePartition({
    source: createArchiveSource(log.redis, log.keys),
    store: archiveStore(db),
    folder: new ArchiveFolder({ folder: home, reserveBytes: 0 }),
    encode: encodeParquet,
    logger: createLogger({ app: 'test', level: 'silent' }),
    nowMs: Date.now,
    isPressed: async () => true,
    waitMs: 0,
  });
  const cpu = process.cpuUsage();
  const from = performance.now();
  await archive({ partition: 0 });
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const files = await archiveReads(db).files({ partition: 0 });
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const perSecond = Math.round(rows / seconds);
  process.stdout.write(
    `archive: ${rows} events in ${files.length} files, ${perSecond} events/s, ` +
      `${((user + system) / rows).toFixed(2)} µs of CPU and ` +
      `${(bytes / rows).toFixed(1)} bytes an event\n`,
  );
  expect(rows).toBe(EVENTS + 1);
  expect(perSecond).toBeGreaterThan(LEAST_PER_SECOND);
});
