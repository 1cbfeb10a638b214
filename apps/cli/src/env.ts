/** The only place of the command line that reads its environment. */
import {
  archiveClientEnv,
  clientEnv,
  consoleClientEnv,
  databaseEnv,
  type EnvOf,
  type EnvShape,
  localEnv,
  parseEnv,
  serversClientEnv,
} from '@trove/config';
import { UsageError } from './exits.js';

export type ClientEnv = EnvOf<typeof clientEnv>;

/** TROVE_URL and TROVE_TOKEN, both optional. Throws `UsageError` where one is wrong. */
export function readClientEnv(): ClientEnv {
  return readOrThrow(clientEnv);
}

/** TROVE_CONSOLE_URL and TROVE_KEY, both optional. Throws `UsageError` where one is wrong. */
export function readConsoleEnv(): EnvOf<typeof consoleClientEnv> {
  return readOrThrow(consoleClientEnv);
}

/** ARCHIVE_DIR, which is optional. Throws `UsageError` where it is wrong. */
export function readArchiveEnv(): EnvOf<typeof archiveClientEnv> {
  return readOrThrow(archiveClientEnv);
}

/** DATABASE_URL and REDIS_URL, both optional. Throws `UsageError` where one is wrong. */
export function readServersEnv(): EnvOf<typeof serversClientEnv> {
  return readOrThrow(serversClientEnv);
}

/** TROVE_DATA_DIR: the data folder of `npm start`. */
export function readDataDir(): string {
  const { TROVE_DATA_DIR } = localEnv;
  return readOrThrow({ TROVE_DATA_DIR }).TROVE_DATA_DIR;
}

function readOrThrow<S extends EnvShape>(shape: S): EnvOf<S> {
  const parsed = parseEnv(shape, process.env);
  if (parsed.ok) return parsed.env;
  throw new UsageError(parsed.mistakes.map(({ name, wrong }) => `${name} ${wrong}`).join('; '));
}

/** DATABASE_URL. Throws `UsageError` where it is absent or wrong. */
export function readDatabaseUrl(): string {
  const parsed = parseEnv(databaseEnv, process.env);
  if (parsed.ok) return parsed.env.DATABASE_URL;
  throw new UsageError(parsed.mistakes.map(({ name, wrong }) => `${name} ${wrong}`).join('; '));
}
