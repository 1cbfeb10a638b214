/** `trove chaos`. */
import { randomInt } from 'node:crypto';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { chaos } from '../chaos/chaos.js';
import { chaosTable } from '../chaos/chaosTable.js';
import type { Fault } from '../chaos/faults/fault.js';
import { FAULTS } from '../chaos/faults/faults.js';
import { fuzz } from '../chaos/fuzz.js';
import { fuzzText } from '../chaos/fuzzReport.js';
import { EXIT } from '../exits.js';
import { createOutput } from '../output.js';
import { takeStop } from '../stopping.js';
import { wholeNumber, withJson } from './options.js';

const RUNS = 5;

interface ChaosFlags {
  readonly json?: boolean;
  readonly faults: readonly Fault[];
  readonly runs: number;
  readonly seed?: number;
  readonly fuzz?: number;
}

export function addChaosCommand(program: Command): void {
  const names = FAULTS.map(({ name }) => name).join(',');
  const command = program
    .command('chaos')
    .description('hurt a private installation in many ways; fails when anything is lost or doubled')
    .addOption(
      new Option('--faults <list>', `of ${names}`).argParser(faultList).default(FAULTS, 'all'),
    )
    .option('--runs <n>', 'runs of each fault', wholeNumber(1), RUNS)
    .option('--seed <n>', 'when and where faults hit; printed, else of chance', wholeNumber(0))
    .option('--fuzz <minutes>', 'hostile input instead of faults', wholeNumber(1));
  withJson(command).action(run);
}

async function run(flags: ChaosFlags): Promise<void> {
  const { faults, runs, seed = randomInt(2 ** 31) } = flags;
  const output = createOutput(flags.json === true);
  if (flags.fuzz !== undefined) {
    const fuzzed = await fuzz({ minutes: flags.fuzz, seed, ending: takeStop() }, output);
    output.result({ fuzz: fuzzed }, () => fuzzText(fuzzed));
    if (!fuzzed.isKept) process.exitCode = EXIT.failed;
    return;
  }
  const report = await chaos({ faults, runs, seed }, output);
  output.result(report, () => chaosTable(report));
  if (!report.faults.every(({ isKept }) => isKept)) process.exitCode = EXIT.failed;
}

/** Reads `F1,F4`; every name once, in the order of the table. */
function faultList(text: string): readonly Fault[] {
  const asked = new Set(text.split(',').map((name) => name.trim().toUpperCase()));
  const unknown = [...asked].filter((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown.length === 0) return FAULTS.filter(({ name }) => asked.has(name));
  const names = FAULTS.map(({ name }) => name).join(', ');
  throw new InvalidArgumentError(`Unknown: ${unknown.join(', ')}. Faults are ${names}.`);
}
