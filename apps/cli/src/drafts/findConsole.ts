/**
 * Which console a command talks to, and with which key: options, else environment, else `npm
 * start`.
 */
import { type DataPlace, readDataFile } from '../dataFile.js';
import { FailedError, UsageError } from '../exits.js';

export interface ConsoleAccess {
  readonly url: string;
  readonly key: string;
}

export interface ConsoleOptions {
  readonly console?: string;
  readonly key?: string;
}

interface ConsoleEnv {
  readonly TROVE_CONSOLE_URL?: string | undefined;
  readonly TROVE_KEY?: string | undefined;
}

/**
 * Throws `FailedError` when no console or key is known, `UsageError` when what is given is no use.
 */
export async function findConsole(
  options: ConsoleOptions,
  env: ConsoleEnv,
  place: DataPlace,
): Promise<ConsoleAccess> {
  const url = options.console ?? env.TROVE_CONSOLE_URL ?? (await runningConsole(place));
  if (url === undefined) {
    throw new FailedError('no console is known: run `npm start`, or set TROVE_CONSOLE_URL');
  }
  if (!URL.canParse(url)) throw new UsageError(`not a URL: ${url}`);
  const key = options.key ?? env.TROVE_KEY;
  if (key === undefined) {
    throw new FailedError(
      `no key is known: make one on ${new URL('/staff', url).href} and set TROVE_KEY`,
    );
  }
  return { url, key };
}

/** The address that `npm start` notes as long as it runs. */
async function runningConsole(place: DataPlace): Promise<string | undefined> {
  return (await readDataFile<{ console?: string }>('running.json', place))?.console;
}
