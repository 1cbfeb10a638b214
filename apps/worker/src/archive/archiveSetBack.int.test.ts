/** An archive whose PostgreSQL, Redis or clock comes back otherwise than it was. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveFolder, verifyArchive } from '@trove/archive';
import { archiveStore } from '@trove/db';
import { localUs, partitionKeys, Trimmer } from '@trove/streams';
import { describe, expect, it } from 'vitest';
import { type ArchivePartitionDeps, createArchivePartition } from './archivePartition.js';
import { archiveStage, statusOf } from './archiveStage.fixture.js';
import { DecidedLog } from './decidedLog.fixture.js';

const HOUR_MS = 3_600_000;
const stage = archiveStage();

const fail: ArchivePartitionDeps['encode'] = () => Promise.reject(new Error('no encoder'));
const namesIn = () => readdirSync(join(stage.home, `p${stage.partition}`));

describe('a PostgreSQL that was restored from an older backup', () => {
  /** The manifest as it was before anything was archived. */
  async function forget(): Promise<void> {
    await stage.db.prisma.archiveFile.deleteMany({ where: { partition: stage.partition } });
    await stage.db.prisma.sinkCursor.deleteMany({ where: { stream: `p${stage.partition}` } });
  }

  it('costs no file that holds what Redis has no more', async () => {
    await stage.play(95);
    await stage.run();
    const before = (await stage.files()).map(({ sha256 }) => sha256);
    expect(before).toHaveLength(3);
    await forget();
    await stage.log.redis.del(partitionKeys(stage.log.keys, stage.partition).log);
    await stage.run();
    const aside = namesIn().filter((name) => name.endsWith('.orphan'));
    const sums = aside.map((name) => {
      const bytes = readFileSync(join(stage.home, `p${stage.partition}`, name));
      return createHash('sha256').update(bytes).digest('hex');
    });
    expect(sums.sort()).toEqual(before.sort());
    expect(await verifyArchive(stage.home, await stage.files())).toEqual([]);
    expect(await stage.ask('select count(*), count(data) from events')).toEqual([[96, 0]]);
  });
});

it('a run that fails behind its rename again and again leaves one file', async () => {
  await stage.play(30);
  const store = archiveStore(stage.db);
  const apply: typeof store.apply = (step) => {
    const place = async (known: ReadonlySet<string>) => {
      await step.place(known);
      throw new Error('the transaction failed');
    };
    return store.apply({ ...step, place });
  };
  const folder = new ArchiveFolder({ folder: stage.home, reserveBytes: 0 });
  for (let tries = 0; tries < 3; tries += 1) {
    await expect(stage.run({ folder, store: { ...store, apply } })).rejects.toThrow('transaction');
  }
  expect(namesIn()).toHaveLength(1);
  await stage.run({ folder });
  expect(namesIn()).toHaveLength(1);
  await stage.expectWhole();
});

describe('a Redis that came back empty', () => {
  it('keeps what is decided then until it is archived', async () => {
    await stage.play(95);
    await stage.run();
    await stage.log.close();
    // Epochs are seconds at the least: this Redis came back a minute later.
    stage.log = new DecidedLog(process.env['TEST_REDIS_URL'] ?? '', () => localUs() + 60_000_000);
    await stage.play(60);
    await expect(stage.run({ encode: fail })).rejects.toThrow('no encoder');
    expect((await statusOf(stage))?.taken.get('archive')).toBe(0);
    const { redis, keys } = stage.log;
    const bounds = { keptMs: 0, bytes: 1, ageEveryMs: 0 };
    await new Trimmer({ redis, keys, sinks: ['archive'], bounds }).tick(
      stage.partition,
      Date.now() + HOUR_MS,
    );
    await stage.run();
    await stage.expectWhole();
    expect(await stage.ask('select count(*) from events where data is null')).toEqual([[0]]);
  });
});

describe('a clock that was put back by an hour', () => {
  it('does not keep it from trying again', async () => {
    await stage.play(30);
    let nowMs = Date.now();
    let isFull = true;
    const room = new ArchiveFolder({ folder: stage.home, reserveBytes: 0 });
    const probe = async () => {
      if (isFull) await new ArchiveFolder({ folder: stage.home, reserveBytes: 2 ** 60 }).probe();
    };
    const folder = Object.assign(room, { probe });
    const archive = createArchivePartition(stage.deps({ folder, nowMs: () => nowMs }));
    await archive({ partition: stage.partition });
    expect((await statusOf(stage))?.archiveStopped).toMatch(/^the disk is full/);
    isFull = false;
    nowMs -= HOUR_MS;
    await archive({ partition: stage.partition });
    expect((await statusOf(stage))?.archiveStopped).toBeUndefined();
    await stage.expectWhole();
  });
});
