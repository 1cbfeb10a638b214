/** The bench's figures against their floors and goals, for people and for RESULTS.md. Pure. */
import { type Cell, textTable } from '../textTable.js';
import type { BenchReport } from './bench.js';
import { TARGETS } from './limits.js';

export interface BenchRow {
  readonly what: string;
  readonly figure: string;
  readonly floor: string;
  readonly goal: string;
  readonly verdict: 'goal' | 'floor' | 'missed' | '';
}

interface Held {
  readonly what: string;
  readonly value: number;
  readonly floor: number;
  readonly goal?: number;
  readonly unit: string;
  readonly isLowBetter: boolean;
}

/** Every figure of the report that has a target, then those that only inform. */
export function benchRows(report: BenchReport): BenchRow[] {
  const { batch, naive, ratio, bytesPerId, overload } = report;
  const { ingest, worker, redis } = batch.cpuMicrosPerEvent;
  const cpu = Math.round((ingest + worker + redis) * 100) / 100;
  const { batchPerSecond, cpuMicrosPerEvent } = TARGETS;
  return [
    high('batched, end to end', batch.eventsPerSecond, batchPerSecond, 'events/s'),
    low('server CPU for each event', cpu, cpuMicrosPerEvent, 'µs'),
    info('  of it ingest, worker, Redis', `${ingest}, ${worker}, ${redis} µs`),
    high('times the naive design', ratio, TARGETS.ratio, ''),
    info('  naive design', `${count(naive.eventsPerSecond)} events/s`),
    low('Redis bytes for each remembered id', bytesPerId, { floor: TARGETS.bytesPerId }, 'B'),
    ...singleRows(report),
    info(
      'overload: offered, decided',
      `${count(overload.offeredPerSecond)}, ${count(overload.takenPerSecond)} events/s`,
    ),
    info(
      '  packets told busy, most undecided',
      `${count(overload.busyPackets)}, ${count(overload.maxLag)}`,
    ),
    info('  most memory of ingest, worker', `${overload.maxIngestMb}, ${overload.maxWorkerMb} MB`),
  ];
}

function singleRows({ single }: BenchReport): BenchRow[] {
  return single.flatMap(({ durability, ratePerSecond, p50Ms, p95Ms, p99Ms }) => {
    const target = TARGETS.singles.find((one) => {
      return one.durability === durability && one.ratePerSecond === ratePerSecond;
    });
    const name = `singles ${count(ratePerSecond)}/s, ${durability}`;
    const rows = [held(`${name}: p50`, p50Ms, target?.p50Ms)];
    if (target !== undefined && 'p99Ms' in target)
      rows.push(held(`${name}: p99`, p99Ms, target.p99Ms));
    else rows.push(info(`${name}: p99`, `${p99Ms} ms`));
    return [...rows, info(`${name}: p95`, `${p95Ms} ms`)];
  });
}

function held(what: string, value: number, bound: number | undefined): BenchRow {
  if (bound === undefined) return info(what, `${value} ms`);
  return low(what, value, { floor: bound }, 'ms');
}

type Target = { readonly floor: number; readonly goal?: number };

function high(what: string, value: number, target: Target, unit: string): BenchRow {
  return rowOf({ what, value, unit, ...target, isLowBetter: false });
}

function low(what: string, value: number, target: Target, unit: string): BenchRow {
  return rowOf({ what, value, unit, ...target, isLowBetter: true });
}

function rowOf({ what, value, unit, floor, goal, isLowBetter }: Held): BenchRow {
  const reaches = (bound: number) => (isLowBetter ? value <= bound : value >= bound);
  const text = (number: number) => `${count(number)} ${unit}`.trim();
  const isGoal = goal !== undefined && reaches(goal);
  const verdict = isGoal ? 'goal' : reaches(floor) ? 'floor' : 'missed';
  return {
    what,
    figure: text(value),
    floor: text(floor),
    goal: goal === undefined ? '' : text(goal),
    verdict,
  };
}

function info(what: string, figure: string): BenchRow {
  return { what, figure, floor: '', goal: '', verdict: '' };
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** The rows as a table for a terminal. */
export function benchTable(report: BenchReport): string {
  const rows = benchRows(report).map(({ what, figure, floor, goal, verdict }): Cell[] => {
    return [what, figure, floor, goal, verdict];
  });
  return textTable([['', 'measured', 'floor', 'goal', ''], ...rows]);
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
  readonly date: string;
}

export interface BenchMade {
  readonly runs: number;
  readonly seconds: number;
  readonly isQuick: boolean;
}

/** The text of RESULTS.md. */
export function resultsMarkdown(report: BenchReport, machine: Machine, made: BenchMade): string {
  const { processor, cores, memoryGib, system, node, date } = machine;
  const rows = benchRows(report).map(({ what, figure, floor, goal, verdict }) => {
    return `| ${what.trim()} | ${figure} | ${floor} | ${goal} | ${verdict} |`;
  });
  const { batch } = report;
  return `# Results of \`npx trove bench\`

${date}, on ${cores} cores (${processor}), ${memoryGib} GiB, ${system}, Node ${node}. The load generator ran
on the same cores.${made.isQuick ? ' A quick run: its figures are for orientation only.' : ''}

| | measured | floor | goal | reached |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

Batched: ${made.runs} runs of ${made.seconds} s at durability \`disk\`, each on a fresh installation and with one
rewrite of the append-only file inside (${batch.rewriteSeconds} s in the median run): ${batch.runs.map(count).join(', ')}
events/s. All ${count(batch.events)} events sent have exactly one result, counted by id. Singles: latency
from the intended sending to the result, no sample left out.
`;
}
