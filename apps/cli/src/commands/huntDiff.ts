/** `trove hunt diff`: what is different between two hunts, from files or from a running console. */
import { diffHunts, lintHuntFile } from '@trove/core';
import type { ConsoleOptions } from '../drafts/findConsole.js';
import { huntText } from '../drafts/huntText.js';
import { plainText } from '../hunt/plainText.js';
import { createOutput, type Output } from '../output.js';
import { refuseFile } from './huntLint.js';

interface DiffFlags extends ConsoleOptions {
  readonly json?: boolean;
}

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
  const text = await huntText(name, flags);
  const lint = lintHuntFile(text);
  if (lint.hunt === undefined) refuseFile(name, { text, lint }, output);
  return lint.hunt?.definition;
}
