/** `trove hunt playtest`: simulated teams play a hunt file, without a server. */
import { setImmediate as turn } from 'node:timers/promises';
import { lintHuntFile } from '@trove/core';
import { Playtest } from '@trove/core/playtest';
import { playtestText } from '../hunt/playtestText.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput } from '../output.js';
import { refuseFile } from './huntLint.js';

export interface PlaytestFlags {
  readonly json?: boolean;
  readonly teams: number;
  readonly seed: number;
}

/** Steps between two looks at how far it is. */
const STEPS = 50;

export async function playtestFile(file: string, flags: PlaytestFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const text = await readHuntText(file);
  const lint = lintHuntFile(text);
  if (lint.hunt === undefined) return refuseFile(file, { text, lint }, output);
  const { definition } = lint.hunt;
  const { teams, seed } = flags;
  const playtest = new Playtest(definition, { teams, seed });
  const line = output.progress('playing', playtest.progress.teams);
  for (let steps = 1; playtest.step(); steps += 1) {
    if (steps % STEPS !== 0) continue;
    line.update(playtest.progress.ended);
    // A signal is heard between two turns of the event loop.
    await turn();
  }
  line.stop();
  const report = playtest.report();
  output.result({ file, slug: definition.slug, ...report }, () => playtestText(report));
}
