/** An archive whose process dies at each of its steps, and one whose disk refuses. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveFolder, encodeParquet, verifyArchive } from '@trove/archive';
import { archiveStore, createDb } from '@trove/db';
import { createArchiveSource } from '@trove/streams';
import { describe, expect, it } from 'vitest';
import { type ArchivePartitionDeps, createArchivePartition } from './archivePartition.js';
import { archiveStage, statusOf } from './archiveStage.fixture.js';

const stage = archiveStage();

class Killed extends Error {}
const kill = async (): Promise<never> => {
  throw new Killed('killed');
};

/** A folder of a process that dies: it never tidies up. */
class DyingFolder extends ArchiveFolder {
  constructor() {
    super({ folder: stage.home, reserveBytes: 0 });
  }
  override discard(): Promise<void> {
    return Promise.resolve();
  }
}

const STEPS: readonly (readonly [step: string, dies: () => Partial<ArchivePartitionDeps>])[] = [
  ['while it encodes', () => ({ encode: kill })],
  [
    'after the file was written and before the transaction',
    () => ({ store: { ...archiveStore(stage.db), apply: kill } }),
  ],
  [
    'inside the transaction and before the file has its name',
    () => {
      const store = archiveStore(stage.db);
      return { store: { ...store, apply: (step) => store.apply({ ...step, place: kill }) } };
    },
  ],
  [
    'after the file has its name and before its row',
    () => {
      const store = archiveStore(stage.db);
      const apply: typeof store.apply = (step) => {
        const place = async (known: ReadonlySet<string>) => {
          await step.place(known);
          await kill();
        };
        return store.apply({ ...step, place });
      };
      return { store: { ...store, apply } };
    },
  ],
  [
    'after the commit and before it heard of it',
    () => {
      const store = archiveStore(stage.db);
      const apply: typeof store.apply = async (step) => {
        await store.apply(step);
        return await kill();
      };
      return { store: { ...store, apply } };
    },
  ],
  [
    'after the commit and before Redis heard of it',
    () => {
      const source = createArchiveSource(stage.log.redis, stage.log.keys);
      let calls = 0;
      const acknowledge: typeof source.acknowledge = async (k, id) => {
        calls += 1;
        if (calls > 1) await kill();
        await source.acknowledge(k, id);
      };
      return { source: { ...source, acknowledge } };
    },
  ],
];

describe('a run that dies', () => {
  it.each(STEPS)('%s leaves no gap, no overlap and nothing twice', async (_, dies) => {
    await stage.play(100);
    const dying = () => stage.run({ folder: new DyingFolder(), ...dies() });
    await expect(dying()).rejects.toThrow('killed');
    // More is decided before the next run, so that its file has another name than the orphan.
    await stage.log.appendScans(stage.partition, 101, 7);
    await stage.log.decide(stage.partition);
    await expect(dying()).rejects.toThrow('killed');
    await stage.run({ bounds: { rows: 70, bytes: 1024 * 1024 } });
    await stage.expectWhole();
  });
});

const stopped = async () => (await statusOf(stage))?.archiveStopped;

describe('a run that fails', () => {
  it('says why, whatever the error is, until it goes on', async () => {
    await stage.play(30);
    const encode = () => Promise.reject(new Error('Internal Error: a bug\nStack Trace: …'));
    await expect(stage.run({ encode })).rejects.toThrow('Internal Error');
    expect(await stopped()).toBe('Internal Error: a bug');
    await stage.run();
    expect(await stopped()).toBeUndefined();
  });

  it('says that PostgreSQL is away', async () => {
    const away = createDb('postgresql://nobody:nothing@127.0.0.1:1/none');
    await expect(stage.run({ store: archiveStore(away) })).rejects.toThrow('ECONNREFUSED');
    await away.close();
    expect(await stopped()).toBe('PostgreSQL is away or busy');
  });
});

describe('a run that fails while Redis refuses to hear of it', () => {
  const untold = () => {
    const source = createArchiveSource(stage.log.redis, stage.log.keys);
    const setStopped = () => Promise.reject(new Error('MISCONF no writes'));
    return { ...source, setStopped };
  };

  it('pauses all the same', async () => {
    await stage.play(30);
    let tries = 0;
    const encode = () => {
      tries += 1;
      return Promise.reject(new Error('IO Error: No space left on device'));
    };
    const archive = createArchivePartition(stage.deps({ source: untold(), encode }));
    await archive({ partition: stage.partition });
    await archive({ partition: stage.partition });
    expect(tries).toBe(1);
  });

  it('fails with what it failed of', async () => {
    await stage.play(30);
    const encode = () => Promise.reject(new Error('Internal Error: a bug'));
    await expect(stage.run({ source: untold(), encode })).rejects.toThrow('Internal Error');
  });
});

describe('a disk that refuses', () => {
  it('stops with the reason, leaves nothing half-written and goes on by itself', async () => {
    await stage.play(60);
    let nowMs = Date.now();
    let isFull = true;
    const encode: ArchivePartitionDeps['encode'] = async (rows, path) => {
      if (!isFull) return await encodeParquet(rows, path);
      writeFileSync(path, 'half');
      throw new Error(`IO Error: Could not write file "${path}": No space left on device`);
    };
    const archive = createArchivePartition(stage.deps({ encode, nowMs: () => nowMs }));
    await archive({ partition: stage.partition });
    expect(await stopped()).toBe(`the disk is full (${stage.home})`);
    expect(await stage.files()).toEqual([]);
    expect(await verifyArchive(stage.home, [])).toEqual([]);
    isFull = false;
    await archive({ partition: stage.partition });
    expect(await stage.files(), 'it pauses before it tries again').toEqual([]);
    nowMs += 6_000;
    await archive({ partition: stage.partition });
    expect(await stopped()).toBeUndefined();
    await stage.expectWhole();
  });

  it('halves a file that needs more memory than it may take, and says so meanwhile', async () => {
    // All of it would be one file: a commit of 31 events and one of 30.
    const bounds = { rows: 100, bytes: 1024 * 1024 };
    await stage.play(60);
    let nowMs = Date.now();
    const encode: ArchivePartitionDeps['encode'] = async (rows, path) => {
      if (rows.count <= 31) return await encodeParquet(rows, path);
      throw new Error('Out of Memory Error: could not allocate block of size 256.0 KiB');
    };
    const archive = createArchivePartition(stage.deps({ encode, bounds, nowMs: () => nowMs }));
    await archive({ partition: stage.partition });
    expect(await stopped()).toBe('a file needs more memory than it may take');
    for (let tries = 0; tries < 20 && (await stopped()) !== undefined; tries += 1) {
      nowMs += 6_000;
      await archive({ partition: stage.partition });
    }
    expect(await stopped()).toBeUndefined();
    expect((await stage.files()).length).toBe(2);
    await stage.expectWhole();
  });

  it('says that a file stands in the way of its folder', async () => {
    const file = join(stage.home, 'file');
    writeFileSync(file, '');
    await stage.run({ folder: new ArchiveFolder({ folder: join(file, 'archive') }) });
    expect(await stopped()).toMatch(/^a file stands where the folder should be/);
  });

  it('leaves room on the disk for the databases', async () => {
    await stage.play(30);
    await stage.run({ folder: new ArchiveFolder({ folder: stage.home, reserveBytes: 2 ** 60 }) });
    expect(await stopped()).toMatch(/^the disk is full: \d+ MiB are free/);
    expect(await stage.files()).toEqual([]);
  });
});
