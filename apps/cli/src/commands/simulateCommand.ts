/** `trove simulate`. */
import type { HuntDefinition } from '@trove/contracts';
import { parseHuntFile } from '@trove/core';
import type { Command } from 'commander';
import { reportOf, reportText } from '../delivery/report.js';
import type { Tally } from '../delivery/tally.js';
import { DoorClient } from '../door/doorClient.js';
import type { Door } from '../door/findDoor.js';
import { EXIT, UsageError } from '../exits.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput, type Output } from '../output.js';
import { CROWD } from '../simulate/limits.js';
import { Playbook } from '../simulate/playbook.js';
import { type Injected, simulate } from '../simulate/simulate.js';
import { simulateForever } from '../simulate/simulateForever.js';
import { type Cell, textTable } from '../textTable.js';
import {
  type DoorFlags,
  doorOf,
  positiveNumber,
  share,
  slug,
  wholeNumber,
  withDoor,
} from './options.js';

interface SimulateFlags extends DoorFlags {
  readonly hunt: string;
  readonly file?: string;
  readonly players: number;
  readonly rate: number;
  readonly events: number;
  readonly seed: number;
  readonly duplicates: number;
  readonly malformed: number;
  readonly forever?: boolean;
}

export function addSimulateCommand(program: Command): void {
  const command = program
    .command('simulate')
    .description('send a seeded crowd through a hunt and compare what comes back')
    .option('--hunt <slug>', 'the hunt to play', slug, 'harbour-night')
    .option('--file <file>', 'the hunt file, where the server is not to be asked for it')
    .option('--players <n>', 'players of the crowd', wholeNumber(1), 60)
    .option('--rate <n>', 'events a second, in all', positiveNumber, 100)
    .option('--events <n>', 'events to send, in all', wholeNumber(1), 1_000)
    .option('--seed <n>', 'fixes who does what in which order', wholeNumber(0), 1)
    .option('--duplicates <share>', 'share of events sent again under the same id', share, 0.05)
    .option('--malformed <share>', 'share of malformed events', share, 0.02)
    .option('--forever', 'until stopped; a line each minute');
  withDoor(command).action(run);
}

async function run(flags: SimulateFlags): Promise<void> {
  if (flags.duplicates + flags.malformed > 1) {
    throw new UsageError('--duplicates and --malformed together exceed 1');
  }
  const output = createOutput(flags.json === true);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const door = await doorOf(flags);
  const playbook = new Playbook({
    ...flags,
    definition: await definitionOf(flags, new DoorClient(door)),
    stepsToClue: flags.forever ? CROWD.stepsToClueForever : CROWD.stepsToClue,
  });
  const { rate } = flags;
  const { signal } = stop;
  if (!flags.forever) await runOnce({ door, playbook, flags, output, signal });
  else await simulateForever({ door, playbook, rate, signal, say: output.note });
}

async function definitionOf(flags: SimulateFlags, client: DoorClient): Promise<HuntDefinition> {
  if (flags.file === undefined) return client.definition(flags.hunt);
  const reading = parseHuntFile(await readHuntText(flags.file));
  if (!reading.ok) throw new UsageError(`${flags.file}: ${reading.mistakes[0]?.message}`);
  return { ...reading.definition, slug: flags.hunt };
}

interface Once {
  readonly door: Door;
  readonly playbook: Playbook;
  readonly flags: SimulateFlags;
  readonly output: Output;
  readonly signal: AbortSignal;
}

async function runOnce({ door, playbook, flags, output, signal }: Once): Promise<void> {
  const client = new DoorClient(door);
  const { rate, events, hunt } = flags;
  const progress = output.progress('simulate', events);
  const onProgress = (sent: number) => progress.update(sent);
  const { tally, injected } = await simulate({
    door,
    client,
    playbook,
    rate,
    events,
    signal,
    onProgress,
  }).finally(() => progress.stop());
  const report = { ...reportOf(tally, await client.board(hunt, 10)), injected };
  output.result(report, () => `${injectedText(injected)}\n${reportText(report)}`);
  process.exitCode = cameBack(tally, injected) ? EXIT.ok : EXIT.failed;
}

function injectedText(injected: Injected): string {
  return textTable(Object.entries(injected).map(([kind, n]): Cell[] => [`injected ${kind}`, n]));
}

/** Every event has an outcome, and each injected fault came back as what it was. */
function cameBack({ undecided, outcomes }: Tally, { duplicates, malformed }: Injected): boolean {
  const { duplicate = 0, invalid = 0 } = outcomes;
  return undecided === 0 && duplicate === duplicates && invalid === malformed;
}
