/** The servers a command works on: options, else the environment, else what `npm start` left. */
import { createDb, type Db, type DbOptions } from '@trove/db';
import type { RepairDeps } from '@trove/repairs';
import { connectRedis, createHuntDirectory } from '@trove/streams';
import { dataPlace } from '../dataFile.js';
import { readClientFile } from '../door/findDoor.js';
import { readServersEnv } from '../env.js';
import { FailedError } from '../exits.js';

interface ServerFlags extends Pick<DbOptions, 'isPatient'> {
  readonly database?: string | undefined;
  readonly redis?: string | undefined;
}

/** Runs with PostgreSQL, and closes it. Throws `FailedError` where none is known. */
export async function withDb<T>(flags: ServerFlags, work: (db: Db) => Promise<T>): Promise<T> {
  const file = await readClientFile(dataPlace());
  const url = flags.database ?? readServersEnv().DATABASE_URL ?? file?.databaseUrl;
  if (url === undefined) {
    throw new FailedError(
      'no PostgreSQL is known: run `npm start` in the project, or set DATABASE_URL',
    );
  }
  const db = createDb(url, { isPatient: flags.isPatient === true });
  try {
    return await work(db);
  } catch (error) {
    throw isAway(error) ? away('PostgreSQL', url) : error;
  } finally {
    await db.close();
  }
}

/** The same, with Redis: for what looks at logs and hunts. */
export async function withServers<T>(
  flags: ServerFlags,
  work: (deps: RepairDeps) => Promise<T>,
): Promise<T> {
  const file = await readClientFile(dataPlace());
  const url = flags.redis ?? readServersEnv().REDIS_URL ?? file?.redisUrl;
  if (url === undefined) {
    throw new FailedError('no Redis is known: run `npm start` in the project, or set REDIS_URL');
  }
  return await withDb(flags, async (db) => {
    const redis = connectRedis(url, { name: 'trove-cli' });
    let isLost = false;
    // What a command asks of it meanwhile fails by itself, of having waited for too long.
    redis.on('error', (error) => {
      isLost = isAway(error);
    });
    redis.on('ready', () => {
      isLost = false;
    });
    try {
      const hunts = createHuntDirectory(redis);
      return await work({ db, redis, hunts, nowMs: Date.now });
    } catch (error) {
      throw isLost ? away('Redis', url) : error;
    } finally {
      redis.disconnect();
    }
  });
}

const AWAY = /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN/;

/** Whether an error, or what it came of, is that nobody listens there. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as { readonly code?: string };
  return AWAY.test(`${code} ${error.message}`) || isAway(error.cause);
}

/** Names the server by host and port alone: its address holds a password. */
function away(server: string, url: string): FailedError {
  const { host } = new URL(url);
  return new FailedError(
    `no ${server} answers at ${host}: start it, or run \`npm start\` in the project`,
  );
}
