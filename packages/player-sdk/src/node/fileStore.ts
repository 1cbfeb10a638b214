/**
 * A player's store in a folder: one file for each name, written beside it and renamed, so that a
 * crash leaves the old text or the new one. Names are held by a file with the process's number.
 */
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PlayerStore, Release } from '../queue/playerStore.js';

const TEXT = '.json';
const LOCK = '.lock';
/** Locks of this process. In a container the process before it may have had the same number. */
const OWN = new Set<string>();

/** @param folder made when it is first written to; for one user's eyes only */
export function fileStore(folder: string): PlayerStore {
  const path = (name: string, ending: string) => join(folder, encodeURIComponent(name) + ending);
  const ready = async () => void (await mkdir(folder, { recursive: true, mode: 0o700 }));
  return {
    async names() {
      await ready();
      const files = await readdir(folder);
      const texts = files.filter((file) => file.endsWith(TEXT));
      return texts.map((file) => decodeURIComponent(file.slice(0, -TEXT.length)));
    },
    async read(name) {
      return await readFile(path(name, TEXT), 'utf8').catch(unlessMissing);
    },
    async write(name, text) {
      await ready();
      const [beside, file] = [path(name, `.${process.pid}.new`), path(name, TEXT)];
      await writeDurably(beside, text);
      await rename(beside, file);
    },
    remove: (name) => rm(path(name, TEXT), { force: true }),
    async hold(name) {
      await ready();
      return await holdByFile(resolve(path(name, LOCK)));
    },
  };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Tries: the second is for a lock whose process has gone. */
const TRIES = 2;

async function holdByFile(path: string): Promise<Release | undefined> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const isMade = await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 }).then(
      () => true,
      unlessCode('EEXIST', false),
    );
    if (isMade) {
      OWN.add(path);
      return async () => {
        OWN.delete(path);
        await rm(path, { force: true });
      };
    }
    const holder = Number((await readFile(path, 'utf8').catch(unlessMissing)) ?? '');
    if (holder === process.pid ? OWN.has(path) : isRunning(holder)) return undefined;
    await rm(path, { force: true });
  }
  return undefined;
}

/** Signal 0 asks whether a process is there; it may be one that is not ours to ask. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const unlessMissing = unlessCode('ENOENT', undefined);

function unlessCode<T>(code: string, value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === code) return value;
    throw error;
  };
}
