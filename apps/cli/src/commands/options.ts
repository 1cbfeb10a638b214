/** Options that several commands have, and how their values are read. */
import { type Command, InvalidArgumentError } from 'commander';
import { dataPlace } from '../dataFile.js';
import { type Door, findDoor } from '../door/findDoor.js';
import { readClientEnv } from '../env.js';

export interface DoorFlags {
  readonly url?: string;
  readonly token?: string;
  readonly json?: boolean;
}

/** Adds what every command that talks to a server takes. */
export function withDoor(command: Command): Command {
  return withJson(command)
    .option('--url <url>', 'the server; else TROVE_URL, else what npm start runs')
    .option(
      '--token <token>',
      'a source token or API key; else TROVE_TOKEN, else that of npm start',
    );
}

export function withJson(command: Command): Command {
  return command.option('--json', 'one JSON object on standard output and nothing else');
}

export function doorOf(flags: DoorFlags): Promise<Door> {
  return findDoor(flags, readClientEnv(), dataPlace());
}

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`A whole number of at least ${least}.`);
  };
}

/** Reads a number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('A number above 0.');
}

/** Reads a share between 0 and 1. */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('A share between 0 and 1, as 0.05.');
}

/** Reads a hunt's slug. */
export function slug(text: string): string {
  if (/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/.test(text)) return text;
  throw new InvalidArgumentError('1 to 48 of a-z 0-9 and inner -.');
}
