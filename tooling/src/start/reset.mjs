/** Throws away what a start keeps in its data folder, and nothing that is not its own. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../paths.mjs';
import { Explained } from '../say.mjs';
import { fallbackData } from '../servers/postgresFiles.mjs';
import { createRoster } from './roster.mjs';
import { isLocked } from './startLock.mjs';

/** What a start uses of elsewhere when these are set; a reset leaves it as it is. */
const ELSEWHERE = ['REDIS_URL', 'DATABASE_URL', 'ARCHIVE_DIR', 'TROVE_FLOOR_PLANS'];

/**
 * @param {{dataDir: string, env: NodeJS.ProcessEnv}} options
 * @returns {Promise<{removed: string[], kept: string[]}>} kept: names of the variables that say
 *   where data stands that was not touched
 */
export async function reset({ dataDir, env }) {
  if (await isLocked(dataDir)) throw new Explained('Trove is running: stop it with Ctrl-C first.');
  if (existsSync(dataDir)) {
    refuseStrange(dataDir);
    await createRoster(dataDir).endLeftovers();
  }
  const folders = [dataDir, ...fallbackData(join(dataDir, 'postgres'))];
  const removed = folders.filter((path) => existsSync(path));
  for (const path of removed) rmSync(path, { recursive: true });
  return { removed, kept: ELSEWHERE.filter((name) => env[name]) };
}

/** TROVE_DATA_DIR may name anything: a folder that no start has made is not ours to delete. */
function refuseStrange(dataDir) {
  const refuse = (why) => {
    throw new Explained(`${dataDir} ${why}: nothing was removed. Look at TROVE_DATA_DIR.`);
  };
  for (const precious of [ROOT, homedir()]) {
    if (!relative(dataDir, precious).startsWith('..')) refuse(`holds ${precious}`);
  }
  if (!isMarked(dataDir)) refuse('is no data folder of Trove');
}

/** A start writes its secrets, or at the very least its lock, before anything else. */
function isMarked(dataDir) {
  const has = (file, isOurs) => {
    try {
      return isOurs(JSON.parse(readFileSync(join(dataDir, file), 'utf8')));
    } catch {
      return false;
    }
  };
  return (
    has('secrets.json', ({ tokenSecret }) => tokenSecret.startsWith('dev-')) ||
    has('start.lock', ({ name, started }) => name === 'start' && started !== undefined)
  );
}
