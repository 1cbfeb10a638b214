/** The servers of the quarantine: options, else the environment, else what `npm start` left. */
import { QuarantineFilter } from '@trove/contracts';
import { createDb, type Db, type DbOptions } from '@trove/db';
import type { RepairDeps } from '@trove/repairs';
import { connectRedis, createHuntDirectory } from '@trove/streams';
import type { QuarantineFlags } from '../commands/quarantineCommand.js';
import { dataPlace } from '../dataFile.js';
import { readClientFile } from '../door/findDoor.js';
import { readQuarantineEnv } from '../env.js';
import { FailedError, UsageError } from '../exits.js';

type ServerFlags = Pick<QuarantineFlags, 'database' | 'redis'> & Pick<DbOptions, 'isPatient'>;

/** Runs with PostgreSQL, and closes it. Throws `FailedError` where none is known. */
export async function withDb<T>(flags: ServerFlags, work: (db: Db) => Promise<T>): Promise<T> {
  const file = await readClientFile(dataPlace());
  const url = flags.database ?? readQuarantineEnv().DATABASE_URL ?? file?.databaseUrl;
  if (url === undefined) {
    throw new FailedError(
      'no PostgreSQL is known: run `npm start` in the project, or set DATABASE_URL',
    );
  }
  const db = createDb(url, { isPatient: flags.isPatient === true });
  try {
    return await work(db);
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
  const url = flags.redis ?? readQuarantineEnv().REDIS_URL ?? file?.redisUrl;
  if (url === undefined) {
    throw new FailedError('no Redis is known: run `npm start` in the project, or set REDIS_URL');
  }
  return await withDb(flags, async (db) => {
    const redis = connectRedis(url, { name: 'trove-cli' });
    // What a command asks of it fails by itself when it is away.
    redis.on('error', () => undefined);
    try {
      const hunts = createHuntDirectory(redis);
      return await work({ db, redis, hunts, nowMs: Date.now });
    } finally {
      redis.disconnect();
    }
  });
}

/** Throws `UsageError` for what can't be a filter. */
export function filterOf({ hunt, code, type, rules, state }: QuarantineFlags): QuarantineFilter {
  const filter = { hunt, code, type, version: rules, state: state === 'all' ? undefined : state };
  const read = QuarantineFilter.safeParse(filter);
  if (read.success) return read.data;
  throw new UsageError(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(', '),
  );
}
