/** Where the archive is: options, else the environment, else what `npm start` left for tools. */
import { isAbsolute, resolve } from 'node:path';
import { type ArchiveFileRow, archiveReads } from '@trove/db';
import type { ArchiveFlags } from '../commands/archiveCommand.js';
import { dataPlace } from '../dataFile.js';
import { readClientFile } from '../door/findDoor.js';
import { readArchiveEnv } from '../env.js';
import { FailedError } from '../exits.js';
import { withDb } from '../servers/openServers.js';

export interface FoundArchive {
  /** Absolute. */
  readonly folder: string;
  readonly files: readonly ArchiveFileRow[];
}

/** Reads the manifest. Throws `FailedError` where no PostgreSQL is known or it does not answer. */
export async function findArchive(flags: ArchiveFlags): Promise<FoundArchive> {
  const { hunt, partition, database } = flags;
  const file = await readClientFile(dataPlace());
  const dir = flags.dir ?? readArchiveEnv().ARCHIVE_DIR ?? file?.archiveDir ?? '.data/archive';
  const folder = isAbsolute(dir) ? dir : resolve(dir);
  return await withDb({ database }, async (db) => {
    try {
      return { folder, files: await archiveReads(db).files({ hunt, partition }) };
    } catch (cause) {
      throw new FailedError('the manifest could not be read', { cause });
    }
  });
}

/** The same, for what needs at least one file. */
export async function findFiles(flags: ArchiveFlags): Promise<FoundArchive> {
  const found = await findArchive(flags);
  if (found.files.length > 0) return found;
  const which = flags.hunt === undefined && flags.partition === undefined ? '' : ' that matches';
  throw new FailedError(
    `the archive has no file yet${which}: one is written when it is full or has waited long ` +
      'enough (ARCHIVE_WAIT_SECONDS)',
  );
}
