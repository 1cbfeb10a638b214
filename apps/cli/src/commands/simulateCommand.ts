/** `trove simulate`. */
import type { HuntDefinition } from '@trove/contracts';
import { parseHuntFile } from '@trove/core';
import { isExactWhole } from '@trove/core/meter';
import type { Command } from 'commander';
import { reportOf, reportText } from '../delivery/report.js';
import { DoorClient } from '../door/doorClient.js';
import { type SourceDoor, withSource } from '../door/withSource.js';
import { EXIT, UsageError } from '../exits.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput, type Output } from '../output.js';
import { CROWD } from '../simulate/limits.js';
import { deliveredText } from '../simulate/minutes.js';
import { Playbook } from '../simulate/playbook.js';
import { qualityReport, qualityText } from '../simulate/qualityReport.js';
import { simulate } from '../simulate/simulate.js';
import { simulateForever } from '../simulate/simulateForever.js';
import { takeStop } from '../stopping.js';
import { type MixFlags, mixOfFlags, withMix } from './mixOptions.js';
import { type DoorFlags, doorOf, positiveNumber, slug, wholeNumber, withDoor } from './options.js';

interface SimulateFlags extends DoorFlags, MixFlags {
  readonly hunt: string;
  readonly file?: string;
  readonly players: number;
  readonly rate: number;
  readonly events: number;
  readonly seed: number;
  readonly forever?: boolean;
}

export function addSimulateCommand(program: Command): void {
  const command = program
    .command('simulate')
    .description('send a seeded crowd through a hunt and compare what comes back')
    .option('--hunt <slug>', 'the hunt to play', slug, 'harbour-night')
    .option('--file <file>', 'the hunt file, where the server is not to be asked for it')
    .option('--players <n>', 'players of the crowd', wholeNumber(1, CROWD.mostPlayers), 60)
    .option('--rate <n>', 'events a second, in all', positiveNumber, 100)
    .option('--events <n>', 'events to send, in all', wholeNumber(1), 1_000)
    .option('--seed <n>', 'fixes who does what in which order', wholeNumber(0), 1)
    .option(
      '--forever',
      'until stopped; a line each minute on standard error, the sums at the end',
    );
  withDoor(withMix(command)).action(run);
}

async function run(flags: SimulateFlags, command: Command): Promise<void> {
  if (flags.forever && command.getOptionValueSource('events') === 'cli') {
    throw new UsageError('--forever has no end: it goes without --events');
  }
  const mix = mixOfFlags(flags);
  const output = createOutput(flags.json === true);
  const signal = takeStop();
  const door = await withSource(await doorOf(flags));
  const client = new DoorClient(door);
  const playbook = new Playbook({
    definition: await definitionOf(flags, client),
    seed: flags.seed,
    players: flags.players,
    mix,
    stepsToClue: flags.forever ? CROWD.stepsToClueForever : CROWD.stepsToClue,
  });
  const { hunt, rate } = flags;
  const play = { door, client, playbook, hunt, rate, signal, say: output.note };
  if (flags.forever) {
    const total = await simulateForever(play);
    return output.result(total, () => deliveredText(total));
  }
  await runOnce(play, { events: flags.events, output });
}

async function definitionOf(flags: SimulateFlags, client: DoorClient): Promise<HuntDefinition> {
  if (flags.file === undefined) return client.definition(flags.hunt);
  const reading = parseHuntFile(await readHuntText(flags.file));
  if (!reading.ok) throw new UsageError(`${flags.file}: ${reading.mistakes[0]?.message}`);
  return { ...reading.definition, slug: flags.hunt };
}

interface Play {
  readonly door: SourceDoor;
  readonly client: DoorClient;
  readonly playbook: Playbook;
  readonly hunt: string;
  readonly rate: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

async function runOnce(
  play: Play,
  { events, output }: { readonly events: number; readonly output: Output },
): Promise<void> {
  const progress = output.progress('simulate', events);
  const onProgress = (sent: number) => progress.update(sent);
  const { tally, meter } = await simulate({ ...play, events, onProgress }).finally(() => {
    progress.stop();
  });
  const quality = qualityReport(meter.counts);
  const delivery = reportOf(tally, await play.client.board(play.hunt, 10));
  const report = { ...delivery, ...quality };
  output.result(report, () => `${reportText(delivery)}\n\n${qualityText(quality)}`);
  // What was sent by then is told all the same.
  if (play.signal.aborted) output.note(`stopped after ${tally.sent} of ${events} events`);
  const isAll = !play.signal.aborted && tally.undecided === 0;
  const isWhole = isAll && isExactWhole(quality.quality);
  process.exitCode = isWhole ? EXIT.ok : EXIT.failed;
}
