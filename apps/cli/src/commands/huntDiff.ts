/** `trove hunt diff`: what is different between two hunt files, without a server. */
import { diffHunts, lintHuntFile } from '@trove/core';
import { plainText } from '../hunt/plainText.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput, type Output } from '../output.js';
import { refuseFile } from './huntLint.js';

export async function diffFiles(
  before: string,
  after: string,
  flags: { readonly json?: boolean },
): Promise<void> {
  const output = createOutput(flags.json === true);
  const one = await readHunt(before, output);
  const other = one && (await readHunt(after, output));
  if (one === undefined || other === undefined) return;
  const { changes, says } = diffHunts(one, other);
  output.result({ before, after, changes, says }, () => {
    if (says.length === 0) return `${before} and ${after} are the same hunt`;
    return says.map(plainText).join('\n');
  });
}

/** Undefined when it has mistakes, which are told then. */
async function readHunt(file: string, output: Output) {
  const text = await readHuntText(file);
  const lint = lintHuntFile(text);
  if (lint.hunt === undefined) refuseFile(file, { text, lint }, output);
  return lint.hunt?.definition;
}
