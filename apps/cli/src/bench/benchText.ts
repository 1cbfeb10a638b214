/** The bench's figures against their floors and goals, for people and for RESULTS.md. Pure. */
import { Check } from '@trove/contracts';
import { type Cell, textTable } from '../textTable.js';
import type { BenchReport } from './bench.js';
import type { CheckMicros } from './checkFigures.js';
import { TARGETS } from './limits.js';
import type { CpuMicros } from './shapes.js';
import { socketsRows } from './sockets/socketsText.js';

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
  const { batch, checked, naive, ratio, bytesPerId, overload } = report;
  const { batchPerSecond, cpuMicrosPerEvent } = TARGETS;
  return [
    high('batched, end to end', batch.eventsPerSecond, batchPerSecond),
    low('server CPU for each event', cpuOf(batch.cpuMicrosPerEvent), cpuMicrosPerEvent),
    info('  of it ingest, worker, Redis', partsText(batch.cpuMicrosPerEvent)),
    info(
      '  beside them load, console, PostgreSQL, archive',
      besideText(batch.besideMicrosPerEvent),
    ),
    info('batched with all checks on', `${count(checked.eventsPerSecond)} events/s`),
    info('  server CPU for each event', `${cpuOf(checked.cpuMicrosPerEvent)} µs`),
    info('  of it ingest, worker, Redis', partsText(checked.cpuMicrosPerEvent)),
    info(
      `  time that checks add: ${Check.options.join(', ')}`,
      checksText(checked.checkMicrosPerEvent),
    ),
    high('times the naive design', ratio, TARGETS.ratio),
    info('  naive design', `${count(naive.eventsPerSecond)} events/s`),
    low('Redis bytes for each remembered id', bytesPerId, TARGETS.bytesPerId),
    ...singleRows(report),
    ...overloadRows(overload),
  ];
}

/** Of all that an event passes. */
function cpuOf({ ingest, worker, redis }: CpuMicros): number {
  return Math.round((ingest + worker + redis) * 100) / 100;
}

function partsText({ ingest, worker, redis }: CpuMicros): string {
  return `${ingest}, ${worker}, ${redis} µs`;
}

function overloadRows(overload: BenchReport['overload']): BenchRow[] {
  const { offeredPerSecond, takenPerSecond, busyPackets } = overload;
  const { maxLag, maxIngestMb, maxWorkerMb } = overload;
  return [
    info(
      'overload: offered, decided',
      `${count(offeredPerSecond)}, ${count(takenPerSecond)} events/s`,
    ),
    info('  packets told busy', count(busyPackets)),
    low('overload: most undecided', maxLag, TARGETS.undecided),
    low('overload: most memory of ingest', maxIngestMb, TARGETS.overloadMb),
    low('overload: most memory of worker', maxWorkerMb, TARGETS.overloadMb),
  ];
}

function checksText(micros: CheckMicros): string {
  return `${Check.options.map((check) => micros[check] ?? 'not told').join(', ')} µs`;
}

function besideText(beside: BenchReport['batch']['besideMicrosPerEvent']): string {
  return `${beside.generator}, ${beside.console}, ${beside.postgres}, ${beside.archive} µs`;
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
  return low(what, value, { floor: bound, unit: 'ms' });
}

interface Target {
  readonly floor: number;
  readonly goal?: number;
  readonly unit: string;
}

function high(what: string, value: number, target: Target): BenchRow {
  return rowOf({ what, value, ...target, isLowBetter: false });
}

function low(what: string, value: number, target: Target): BenchRow {
  return rowOf({ what, value, ...target, isLowBetter: true });
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
  const sockets = socketsRows(report.sockets).map(([what, figure]): Cell[] => {
    return [what, figure, '', '', ''];
  });
  return textTable([['', 'measured', 'floor', 'goal', ''], ...rows, ...sockets]);
}
