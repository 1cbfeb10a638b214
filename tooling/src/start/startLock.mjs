/** One `npm start` per data folder: a second one is told where the first is. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from '../say.mjs';
import { identify, isAlive } from './processIdentity.mjs';

/**
 * Takes the lock, or rejects with a sentence that names its holder. A lock whose holder is gone
 * is taken over.
 *
 * @param {string} dataDir
 * @returns {Promise<() => void>} gives the lock back
 */
export async function takeLock(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'start.lock');
  const own = JSON.stringify(await identify('start', process.pid));
  if (!tryWrite(file, own)) {
    const holder = readHolder(file);
    if (holder !== undefined && (await isAlive(holder))) {
      throw new Explained(
        `Trove already runs in ${dataDir} (process ${holder.pid}): ` +
          'stop it there with Ctrl-C first.',
      );
    }
    rmSync(file, { force: true });
    if (!tryWrite(file, own)) throw new Explained('Another start took the lock just now.');
  }
  return () => rmSync(file, { force: true });
}

/** Whether somebody runs in this folder now. */
export async function isLocked(dataDir) {
  const holder = readHolder(join(dataDir, 'start.lock'));
  return holder !== undefined && (await isAlive(holder));
}

function tryWrite(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
