/** The servers and the folder of recorded events: options, else the environment, else npm start. */
import { isAbsolute, resolve } from 'node:path';
import type { RecordSources } from '@trove/backtest';
import type { RecordFlags } from '../commands/backtestCommand.js';
import { dataPlace } from '../dataFile.js';
import { readClientFile } from '../door/findDoor.js';
import { readArchiveEnv } from '../env.js';
import { withServers } from '../servers/openServers.js';

/** Runs with both servers, and closes them. Throws `FailedError` where one is not known. */
export async function withRecord<T>(
  flags: RecordFlags,
  work: (sources: RecordSources) => Promise<T>,
): Promise<T> {
  const file = await readClientFile(dataPlace());
  const dir = flags.dir ?? readArchiveEnv().ARCHIVE_DIR ?? file?.archiveDir ?? '.data/archive';
  const folder = isAbsolute(dir) ? dir : resolve(dir);
  return await withServers({ ...flags, isPatient: true }, ({ db, redis }) =>
    work({ db, redis, folder }),
  );
}
