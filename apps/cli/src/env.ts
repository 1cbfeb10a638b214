/** The only place of the command line that reads its environment. */
import { clientEnv, databaseEnv, type EnvOf, parseEnv } from '@trove/config';
import { UsageError } from './exits.js';

export type ClientEnv = EnvOf<typeof clientEnv>;

/** TROVE_URL and TROVE_TOKEN, both optional. Throws `UsageError` where one is wrong. */
export function readClientEnv(): ClientEnv {
  const parsed = parseEnv(clientEnv, process.env);
  if (parsed.ok) return parsed.env;
  throw new UsageError(parsed.mistakes.map(({ name, wrong }) => `${name} ${wrong}`).join('; '));
}

/** DATABASE_URL. Throws `UsageError` where it is absent or wrong. */
export function readDatabaseUrl(): string {
  const parsed = parseEnv(databaseEnv, process.env);
  if (parsed.ok) return parsed.env.DATABASE_URL;
  throw new UsageError(parsed.mistakes.map(({ name, wrong }) => `${name} ${wrong}`).join('; '));
}
