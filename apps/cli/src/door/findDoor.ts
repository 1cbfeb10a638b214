/**
 * Which server a command talks to: its options, else the environment, else the file that
 * `npm start` leaves for it in the data folder of the project one stands in.
 */
import { type DataPlace, readDataFile } from '../dataFile.js';
import type { ClientEnv } from '../env.js';
import { FailedError, UsageError } from '../exits.js';

export interface Door {
  readonly url: string;
  /** A signed token or an API key. */
  readonly token: string;
}

export interface DoorOptions {
  readonly url?: string;
  readonly token?: string;
}

/** Throws `FailedError` when no server is known, `UsageError` when what is given is no use. */
export async function findDoor(
  options: DoorOptions,
  env: ClientEnv,
  place: DataPlace,
): Promise<Door> {
  const url = options.url ?? env.TROVE_URL;
  const token = options.token ?? env.TROVE_TOKEN;
  if (url !== undefined && token !== undefined) return doorOf(url, token);
  const file = await readClientFile(place);
  const known = { url: url ?? file?.url, token: token ?? file?.token };
  if (known.url === undefined || known.token === undefined) {
    throw new FailedError(
      'no server is known: run `npm start` in the project, or set TROVE_URL and TROVE_TOKEN',
    );
  }
  return doorOf(known.url, known.token);
}

function doorOf(url: string, token: string): Door {
  if (!URL.canParse(url)) throw new UsageError(`not a URL: ${url}`);
  return { url, token };
}

/** What `npm start` leaves for tools. */
interface ClientFile extends DoorOptions {
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly archiveDir?: string;
}

export function readClientFile(place: DataPlace): Promise<ClientFile | undefined> {
  return readDataFile<ClientFile>('cli.json', place);
}
