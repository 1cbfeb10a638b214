/**
 * Which console a command talks to, and with which key: options, else environment, else `npm
 * start`.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

const RUNNING_FILE = join('.data', 'running.json');

/**
 * Throws `FailedError` when no console or key is known, `UsageError` when what is given is no use.
 */
export async function findConsole(
  options: ConsoleOptions,
  env: ConsoleEnv,
  from: string,
): Promise<ConsoleAccess> {
  const url = options.console ?? env.TROVE_CONSOLE_URL ?? (await readRunning(from));
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

/** The address that `npm start` notes in the data folder, looked for from here upwards. */
async function readRunning(from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const text = await readFile(join(folder, RUNNING_FILE), 'utf8').catch(() => undefined);
    if (text !== undefined) return (JSON.parse(text) as { console?: string }).console;
    if (folder === dirname(folder)) return undefined;
  }
}
