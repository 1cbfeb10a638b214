/** The text of a hunt, named as a file or as one that a console keeps. */
import { dataPlace } from '../dataFile.js';
import { readConsoleEnv } from '../env.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { DraftClient } from './draftClient.js';
import { type ConsoleOptions, findConsole } from './findConsole.js';

/** What may be named, for those who ask for help. */
export const HUNT_NAMES = 'a hunt file in YAML, or <slug>@draft or <slug>@3 of a console';

/** As `harbour-night@draft` or `harbour-night@3`. */
const STORED = /^([a-z0-9][a-z0-9-]{0,47})@(draft|[1-9]\d{0,8})$/;

/** Rejects as the console or the file system does. */
export async function huntText(name: string, options: ConsoleOptions): Promise<string> {
  const [, slug, which] = STORED.exec(name) ?? [];
  if (slug === undefined) return await readHuntText(name);
  const client = new DraftClient(await findConsole(options, readConsoleEnv(), dataPlace()));
  const version = which === 'draft' ? undefined : Number(which);
  return (await client.fetch(slug, version)).text;
}
