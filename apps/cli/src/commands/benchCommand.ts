/** `trove bench` and `trove compare`. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import { bench } from '../bench/bench.js';
import { benchRows, benchTable } from '../bench/benchText.js';
import { compareBuilds, comparisonTable, type Plain } from '../bench/comparison.js';
import { measureDisk } from '../bench/measureDisk.js';
import { type Machine, machineText, resultsMarkdown } from '../bench/resultsMarkdown.js';
import { measureSockets } from '../bench/sockets/measureSockets.js';
import { socketsSection, socketsTable, withSection } from '../bench/sockets/socketsText.js';
import { EXIT, FailedError } from '../exits.js';
import { createOutput, type Output } from '../output.js';
import { wholeNumber, withJson } from './options.js';

const RESULTS = fileURLToPath(new URL('../../../../bench/RESULTS.md', import.meta.url));

interface BenchFlags {
  readonly json?: boolean;
  readonly runs: number;
  readonly seconds: number;
  readonly quick?: boolean;
  readonly sockets?: boolean;
}

export function addBenchCommand(program: Command): void {
  const command = program
    .command('bench')
    .description('measure a private installation and write bench/RESULTS.md')
    .option('--runs <n>', 'batched runs; their median counts', wholeNumber(1), 3)
    .option('--seconds <n>', 'length of a batched run', wholeNumber(1), 60)
    .option('--sockets', 'only what 2,000 sockets cost; only their section is written')
    .option('--quick', 'one short run of everything; RESULTS.md is left as it is');
  withJson(command).action(run);
  const compare = program
    .command('compare <checkout>')
    .description('bench another built checkout and this one by turns; fails where this loses 15 %')
    .option('--pairs <n>', 'pairs of runs; their median counts', wholeNumber(1), 5)
    .option('--seconds <n>', 'length of a run', wholeNumber(1), 20)
    .addOption(
      new Option(
        '--plain <whose>',
        'whose hunts ask nothing of their events, as old ones do',
      ).choices(['both', 'other'] satisfies Plain[]),
    );
  withJson(compare).action(runCompare);
}

interface CompareFlags {
  readonly json?: boolean;
  readonly pairs: number;
  readonly seconds: number;
  readonly plain?: Plain;
}

async function runCompare(checkout: string, flags: CompareFlags): Promise<void> {
  const { json, pairs, seconds, plain } = flags;
  const output = createOutput(json === true);
  const root = resolve(checkout);
  if (!existsSync(join(root, 'bench/stack.mjs'))) {
    throw new FailedError(`${root} is no checkout of Trove: it has no bench/stack.mjs`);
  }
  const comparison = await compareBuilds({ root, pairs, seconds, plain }, output);
  output.result(comparison, () => comparisonTable(comparison));
  if (!comparison.isKept) process.exitCode = EXIT.failed;
}

async function run(flags: BenchFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const isQuick = flags.quick === true;
  if (flags.sockets === true) {
    await runSockets(isQuick, output);
    return;
  }
  const made = isQuick ? { runs: 1, seconds: 6, isQuick } : { ...flags, isQuick };
  const before = await machine();
  const report = await bench(made, output);
  if (!isQuick) await writeFile(RESULTS, resultsMarkdown(report, before, made));
  output.result(report, () => benchTable(report));
  const hasMissed = benchRows(report).some(({ verdict }) => verdict === 'missed');
  if (hasMissed) process.exitCode = EXIT.failed;
}

async function runSockets(isQuick: boolean, output: Output): Promise<void> {
  const before = await machine();
  const sockets = await measureSockets(isQuick);
  if (!isQuick) {
    const section = socketsSection(sockets, machineText(before, { isQuick }));
    await writeFile(RESULTS, withSection(await readFile(RESULTS, 'utf8'), section));
  }
  output.result({ sockets }, () => socketsTable(sockets));
}

async function machine(): Promise<Machine> {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    loadAverage: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    disk: await measureDisk(),
  };
}
