import type { MetricsFrame } from '@trove/contracts';
import { ROLLUP_LEVELS } from '@trove/core/projection';
import { createDb, type Db, rollupStore } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { SINK_LIMITS } from './limits.js';
import { createProjectRollups, type FrameSource } from './projectRollups.js';

let database: TestDatabase | undefined;
let db: Db;

async function dropDatabase(): Promise<void> {
  await db?.close();
  await database?.drop();
}

beforeEach(async () => {
  await dropDatabase();
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});

afterAll(dropDatabase);

const HOUR = 3_600_000;
const T0 = 490_000 * HOUR;
const PAGE = SINK_LIMITS.framesPerBatch;

/** Metrics streams in memory: ids only grow, whatever the time in the frames does. */
class FakeStreams implements FrameSource {
  nowMs = T0;
  left = 0;
  private readonly entries: { stream: string; id: string; frame: MetricsFrame | undefined }[] = [];

  /** `count` frames of a process, half a second apart, of one accepted event each. */
  tell(process: string, count: number): void {
    for (let i = 0; i < count; i += 1) {
      this.nowMs += 500;
      const hunts = { harbour: { outcomes: { accepted: 1 } } };
      const about = { process, app: 'worker', holds: 1, unattributed: {} } as const;
      const frame = { ...about, atMs: this.nowMs, startedAtMs: T0, hunts };
      const id = `${this.entries.length + 1}-0`;
      this.entries.push({ stream: `metrics:${process}`, id, frame });
    }
  }

  /** Frames that nobody can read. */
  garble(process: string, count: number): void {
    for (let i = 0; i < count; i += 1) {
      const id = `${this.entries.length + 1}-0`;
      this.entries.push({ stream: `metrics:${process}`, id, frame: undefined });
    }
  }

  async leftOut(frames: number): Promise<void> {
    this.left += frames;
  }

  async read(cursor: Readonly<Record<string, string>>) {
    const taken = new Map<string, number>();
    const page = this.entries.filter(({ stream, id }) => {
      if (Number.parseInt(id, 10) <= Number.parseInt(cursor[stream] ?? '0', 10)) return false;
      taken.set(stream, (taken.get(stream) ?? 0) + 1);
      return (taken.get(stream) ?? 0) <= PAGE;
    });
    const frames = page.flatMap(({ frame, ...place }) => (frame ? [{ ...place, frame }] : []));
    const unreadable = page.filter(({ frame }) => frame === undefined);
    const last = Object.fromEntries(page.map(({ stream, id }) => [stream, id]));
    return { frames, unreadable, cursor: { ...cursor, ...last } };
  }

  async look() {
    return { atMs: this.nowMs, statuses: [] };
  }
}

const project = (source: FrameSource, store = rollupStore(db)) =>
  createProjectRollups({ source, store })();

/** Events by width, as the rows of the hunt add up. */
async function counted(): Promise<Record<number, number>> {
  const rows = await db.prisma.rollup.findMany({ where: { hunt: 'harbour' } });
  const sums: Record<number, number> = {};
  for (const { widthS, tick } of rows) {
    const { outcomes } = tick as { outcomes: { accepted: number } };
    sums[widthS * 1_000] = (sums[widthS * 1_000] ?? 0) + outcomes.accepted;
  }
  return sums;
}

const eachLevel = (count: number) =>
  Object.fromEntries(ROLLUP_LEVELS.map(({ widthMs }) => [widthMs, count]));

describe('projectRollups', () => {
  it('passes over frames that nobody can read, counts each once and goes on', async () => {
    const streams = new FakeStreams();
    streams.tell('one', 3);
    streams.garble('one', 2 * PAGE + 1);
    streams.tell('one', 4);
    streams.garble('one', 1);
    streams.tell('other', 5);
    await project(streams);
    await project(streams);
    expect(await counted()).toEqual(eachLevel(12));
    expect(streams.left).toBe(2 * PAGE + 2);
  });

  it('catches up over several batches of several streams', async () => {
    const streams = new FakeStreams();
    for (let i = 0; i < 5; i += 1) {
      streams.tell('a', 40);
      streams.tell('b', 30);
    }
    await project(streams);
    expect(await counted()).toEqual(eachLevel(350));
  });

  it('counts once what is run twice, and what five runs take at the same time', async () => {
    const streams = new FakeStreams();
    streams.tell('a', 120);
    await Promise.all([1, 2, 3, 4, 5].map(() => project(streams)));
    await project(streams);
    await project(streams);
    expect(await counted()).toEqual(eachLevel(120));
  });

  it('counts once what was committed although the answer was lost', async () => {
    const streams = new FakeStreams();
    streams.tell('a', 120);
    const store = rollupStore(db);
    const deaf = {
      ...store,
      apply: async (batch: Parameters<typeof store.apply>[0]) => {
        await store.apply(batch);
        throw new Error('Connection terminated unexpectedly');
      },
    };
    await expect(project(streams, deaf)).rejects.toThrow('terminated');
    await project(streams);
    expect(await counted()).toEqual(eachLevel(120));
  });

  it('goes on after PostgreSQL was away', async () => {
    const streams = new FakeStreams();
    streams.tell('a', 10);
    await project(streams);
    const away = createDb('postgresql://nobody:nothing@127.0.0.1:1/none');
    streams.tell('a', 10);
    await expect(project(streams, rollupStore(away))).rejects.toThrow(/ECONNREFUSED/);
    await away.close();
    streams.tell('a', 10);
    await project(streams);
    expect(await counted()).toEqual(eachLevel(30));
  });

  it('loses and doubles nothing when the clock jumps an hour ahead and back', async () => {
    const streams = new FakeStreams();
    streams.tell('a', 60);
    await project(streams);
    streams.nowMs += HOUR;
    streams.tell('a', 60);
    await project(streams);
    streams.nowMs -= HOUR;
    streams.tell('a', 60);
    await project(streams);
    expect(await counted()).toEqual(eachLevel(180));
    const hours = await db.prisma.rollup.findMany({
      where: { hunt: 'harbour', widthS: 3_600 },
      orderBy: { at: 'asc' },
    });
    expect(hours.map(({ at, tick }) => [at.getTime() - T0, tick])).toEqual([
      [0, { outcomes: { accepted: 120 } }],
      [HOUR, { outcomes: { accepted: 60 } }],
    ]);
  });

  it('adds the end of a minute to its start, also when the clock comes to it again', async () => {
    const streams = new FakeStreams();
    streams.tell('a', 60);
    await project(streams);
    streams.tell('a', 30);
    streams.nowMs = T0;
    streams.tell('b', 60);
    await project(streams);
    const minutes = await db.prisma.rollup.findMany({
      where: { hunt: 'harbour', widthS: 60 },
    });
    expect(minutes.map(({ tick }) => tick)).toEqual([{ outcomes: { accepted: 150 } }]);
  });

  it('marks the start of each process once', async () => {
    const streams = new FakeStreams();
    streams.tell('a', 3);
    streams.tell('b', 3);
    await project(streams);
    streams.tell('a', 3);
    await project(streams);
    const marks = await db.prisma.historyMark.findMany({ orderBy: { id: 'asc' } });
    expect(marks.map(({ subject }) => subject)).toEqual(['worker a', 'worker b']);
  });
});
