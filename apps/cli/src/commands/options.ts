/** Options that several commands have, and how their values are read. */
import { EventId } from '@trove/contracts';
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

/** Reads a whole number of at least `least`, and at most `most`. */
export function wholeNumber(least: number, most?: number): (text: string) => number {
  const bounds = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
  return (text) => {
    const value = Number(text);
    const isWithin = value >= least && value <= (most ?? Number.MAX_SAFE_INTEGER);
    if (Number.isSafeInteger(value) && isWithin) return value;
    throw new InvalidArgumentError(`A whole number ${bounds}.`);
  };
}

/** Reads an id of an event. */
export function eventId(text: string): string {
  const id = EventId.safeParse(text);
  if (id.success) return id.data;
  throw new InvalidArgumentError('A lower-case UUIDv7.');
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
