/** `trove replay FILE`. */
import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import { reportText } from '../delivery/report.js';
import { withSource } from '../door/withSource.js';
import { EXIT, UsageError } from '../exits.js';
import { createOutput } from '../output.js';
import { type Replayed, replay } from '../replay/replay.js';
import { type DoorFlags, doorOf, slug, wholeNumber, withDoor } from './options.js';

interface ReplayFlags extends DoorFlags {
  readonly venues?: string;
  readonly hunt?: string;
  readonly board: number;
}

export function addReplayCommand(program: Command): void {
  const command = program
    .command('replay')
    .argument('<file>', 'check-ins: user, UTC time, latitude, longitude, place; may be gzipped')
    .description('make a hunt of a check-in file and send every row of it as an event')
    .option('--venues <file>', 'names of places: place, name')
    .option('--hunt <slug>', 'slug of the hunt; else made from the file', slug)
    .option('--board <rows>', 'rows of the board to show', wholeNumber(1), 10);
  withDoor(command).action(run);
}

async function run(file: string, flags: ReplayFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  for (const path of [file, ...(flags.venues ? [flags.venues] : [])]) {
    await access(path).catch((cause: unknown) => {
      throw new UsageError(`cannot read ${path}`, { cause });
    });
  }
  const { venues, hunt, board } = flags;
  const replayed = await replay(
    await withSource(await doorOf(flags)),
    { file, venues, hunt, boardRows: board },
    output,
  );
  const { report, badLines } = replayed;
  output.result({ ...report, leftOut: badLines }, () => reportText(report, board));
  process.exitCode = isWhole(replayed) ? EXIT.ok : EXIT.failed;
}

/** Every row was taken and has an outcome. */
function isWhole({ tally }: Replayed): boolean {
  return tally.acked === tally.sent && tally.undecided === 0;
}
