import type { QuarantineEntry } from '@trove/contracts';
import { createDb, type Db, quarantineReads, quarantineStore } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProjectQuarantine, type QuarantineSource } from './projectQuarantine.js';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const refusal = (stream: string, ms: number): QuarantineEntry => ({
  stream,
  streamId: `${ms}-0`,
  refusedAt: ms,
  stage: 'door',
  ack: 'invalid',
  code: 'malformed',
  path: '',
  detail: 'not JSON',
  eventId: '',
  hunt: '',
  type: '',
  source: '',
  player: '',
  team: '',
  transport: 'http',
  reserialised: false,
  original: '{"a":',
  originalBytes: 5,
  originalSha256: '0'.repeat(64),
  huntVersion: 0,
});

class FakeStreams implements QuarantineSource {
  readonly acknowledged: string[] = [];

  constructor(private readonly streams: ReadonlyMap<string, QuarantineEntry[]>) {}

  get names(): string[] {
    return [...this.streams.keys()];
  }

  async read(stream: string, afterId: string, limit: number): Promise<QuarantineEntry[]> {
    const after = Number.parseInt(afterId, 10);
    const entries = this.streams.get(stream) ?? [];
    return entries.filter(({ refusedAt }) => refusedAt > after).slice(0, limit);
  }

  async acknowledge(stream: string, id: string): Promise<void> {
    this.acknowledged.push(`${stream} ${id}`);
  }
}

const range = (stream: string, count: number) =>
  Array.from({ length: count }, (_, i) => refusal(stream, i + 1));

const countOf = (stream: string) => db.prisma.quarantineEvent.count({ where: { stream } });

describe('projectQuarantine', () => {
  it('copies every stream to its end, once each, also from two runs at a time', async () => {
    const source = new FakeStreams(
      new Map([
        ['door', range('door', 1_200)],
        ['p0', range('p0', 3)],
      ]),
    );
    const run = createProjectQuarantine({ source, store: quarantineStore(db) });
    await Promise.all([run(), run()]);
    await run();
    expect(await countOf('door')).toBe(1_200);
    expect(await countOf('p0')).toBe(3);
    expect(source.acknowledged).toContain('door 1200-0');
    expect(await quarantineReads(db).get({ stream: 'p0', streamId: '2-0' })).toEqual({
      ...refusal('p0', 2),
      care: { state: 'open', isClaimed: false },
    });
  });

  it('copies the other streams when one cannot be copied, and says which failed', async () => {
    const broken = { ...refusal('p1', 1), refusedAt: 1, originalBytes: 0.5 };
    const source = new FakeStreams(
      new Map([
        ['p1', [broken]],
        ['p2', range('p2', 2)],
      ]),
    );
    const run = createProjectQuarantine({ source, store: quarantineStore(db) });
    await expect(run()).rejects.toThrow(/integer/);
    expect(await countOf('p1')).toBe(0);
    expect(await countOf('p2')).toBe(2);
    expect(source.acknowledged).toEqual(['p2 2-0']);
  });
});
