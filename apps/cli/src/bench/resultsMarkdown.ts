/** The text of bench/RESULTS.md: the figures, the machine, and how they were made. Pure. */
import type { BenchReport } from './bench.js';
import { benchRows } from './benchText.js';
import { BENCH } from './limits.js';
import type { Quantiles } from './shapes.js';
import { socketsSection } from './sockets/socketsText.js';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
  readonly date: string;
  /** Of the last minute before the bench began: what else the machine was doing. */
  readonly loadAverage: number;
  /** What its disk takes to keep a write. */
  readonly disk: Quantiles;
}

export interface BenchMade {
  readonly runs: number;
  readonly seconds: number;
  readonly isQuick: boolean;
}

/** The text of RESULTS.md. */
export function resultsMarkdown(report: BenchReport, machine: Machine, made: BenchMade): string {
  const rows = benchRows(report).map(({ what, figure, floor, goal, verdict }) => {
    return `| ${what.trim()} | ${figure} | ${floor} | ${goal} | ${verdict} |`;
  });
  return [
    '# Results of `npx trove bench`',
    '',
    machineText(machine, made),
    '',
    '| | measured | floor | goal | reached |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    methodText(report, made),
    '',
    socketsSection(report.sockets, machineText(machine, made)),
  ].join('\n');
}

/** The line that says where and when it was measured. */
export function machineText(machine: Machine, { isQuick }: Pick<BenchMade, 'isQuick'>): string {
  const { processor, cores, memoryGib, system, node, date, loadAverage, disk } = machine;
  const quick = isQuick ? ' A quick run: its figures are for orientation only.' : '';
  const where = `${cores} cores (${processor}), ${memoryGib} GiB, ${system}, Node ${node}`;
  const others = `The load average before it was ${loadAverage}.`;
  const beside = 'Load generator and console ran on the same cores.';
  const kept = `Its disk kept a write within ${disk.p50Ms} ms (p50) and ${disk.p99Ms} ms (p99).`;
  return `${date}, on ${where}. ${beside} ${others} ${kept}${quick}`;
}

/** What the figures stand on, and what they leave out. */
function methodText({ batch }: BenchReport, { runs, seconds }: BenchMade): string {
  const each = batch.runs.map((rate) => rate.toLocaleString('en-GB')).join(', ');
  const rewrite = batch.rewriteSeconds;
  const events = batch.events.toLocaleString('en-GB');
  const { partitions, single } = BENCH;
  return [
    `Batched: ${runs} runs of ${seconds} s at durability \`disk\`, each on a fresh installation of`,
    `${partitions} partitions and with one rewrite of the append-only file inside (${rewrite} s in`,
    `the median run): ${each} events/s. All ${events} events sent have exactly one result,`,
    'counted by id. Contracts, digests and rules are asked of each event; in the one run with all',
    'checks on expectations and fingerprints as well, as in all that follows.',
    `Singles: ${single.partitions} partitions, latency from the intended sending to the result, no`,
    `sample left out, where the first rate had been sent for ${single.firstSeconds} s before.`,
  ].join('\n');
}
