/** An archive whose Redis or clock comes back otherwise than it was. */
import { ArchiveFolder } from '@trove/archive';
import { localUs, Trimmer } from '@trove/streams';
import { describe, expect, it } from 'vitest';
import { type ArchivePartitionDeps, createArchivePartition } from './archivePartition.js';
import { archiveStage, statusOf } from './archiveStage.fixture.js';
import { DecidedLog } from './decidedLog.fixture.js';

const HOUR_MS = 3_600_000;
const stage = archiveStage();

const fail: ArchivePartitionDeps['encode'] = () => Promise.reject(new Error('no encoder'));

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
