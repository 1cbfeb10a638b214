/** `trove hunt diff`: what is different between two hunts, from files or from a running console. */
import { diffHunts, lintHuntFile } from '@trove/core';
import { DraftClient } from '../drafts/draftClient.js';
import { type ConsoleOptions, findConsole } from '../drafts/findConsole.js';
import { readConsoleEnv } from '../env.js';
import { plainText } from '../hunt/plainText.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput, type Output } from '../output.js';
import { refuseFile } from './huntLint.js';

interface DiffFlags extends ConsoleOptions {
  readonly json?: boolean;
}

/** As `harbour-night@draft` or `harbour-night@3`. */
const STORED = /^([a-z0-9][a-z0-9-]{0,47})@(draft|[1-9]\d{0,8})$/;

export async function diffHuntFiles(
  before: string,
  after: string,
  flags: DiffFlags,
): Promise<void> {
  const output = createOutput(flags.json === true);
  const one = await readHunt(before, flags, output);
  const other = one && (await readHunt(after, flags, output));
  if (one === undefined || other === undefined) return;
  const { changes, says } = diffHunts(one, other);
  output.result({ before, after, changes, says }, () => {
    if (says.length === 0) return `${before} and ${after} are the same hunt`;
    return says.map(plainText).join('\n');
  });
}

/** Undefined when it has mistakes, which are told then. */
async function readHunt(name: string, flags: DiffFlags, output: Output) {
  const text = await textOf(name, flags);
  const lint = lintHuntFile(text);
  if (lint.hunt === undefined) refuseFile(name, { text, lint }, output);
  return lint.hunt?.definition;
}

async function textOf(name: string, flags: DiffFlags): Promise<string> {
  const [, slug, which] = STORED.exec(name) ?? [];
  if (slug === undefined) return await readHuntText(name);
  const client = new DraftClient(await findConsole(flags, readConsoleEnv(), process.cwd()));
  const version = which === 'draft' ? undefined : Number(which);
  return (await client.fetch(slug, version)).text;
}
