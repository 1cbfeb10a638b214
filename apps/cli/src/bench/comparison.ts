/** Two builds side by side in interleaved pairs, so that what the machine does hits both. */
import type { Output } from '../output.js';
import { type Cell, textTable } from '../textTable.js';
import { measureCheckout } from './measureBatch.js';
import { medianBy } from './quantiles.js';
import type { Started } from './startStack.js';

export interface ComparedRun {
  readonly eventsPerSecond: number;
  /** Microseconds of ingest, worker and Redis for each event. */
  readonly cpuMicros: number;
}

export interface Pair {
  readonly base: ComparedRun;
  readonly here: ComparedRun;
}

export interface Comparison {
  readonly pairs: readonly Pair[];
  /** Median over the pairs of what this build does for each event of the other. */
  readonly speed: number;
  readonly cpu: number;
  /** Least speed that counts as kept. */
  readonly floor: number;
  readonly isKept: boolean;
}

export interface CompareOptions {
  /** A built checkout of the other version. */
  readonly root: string;
  readonly pairs: number;
  readonly seconds: number;
  /** For checkouts from before hunts could ask more of their events than the contracts. */
  readonly plain?: Plain | undefined;
}

/** Whose hunts ask nothing: with `other`, what this checkout's ask is in its figures. */
export type Plain = 'both' | 'other';

/** A change may cost at most 15 %. */
const FLOOR = 0.85;

export async function compareBuilds(options: CompareOptions, output: Output): Promise<Comparison> {
  const { root, pairs, seconds, plain } = options;
  const base: Started = { root, isPlain: plain !== undefined };
  const own: Started = { isPlain: plain === 'both' };
  const measured: Pair[] = [];
  for (let pair = 1; pair <= pairs; pair += 1) {
    // Who goes first changes from pair to pair.
    const isBaseFirst = pair % 2 === 1;
    const first = await measure(seconds, isBaseFirst ? base : own);
    const second = await measure(seconds, isBaseFirst ? own : base);
    const found = isBaseFirst ? { base: first, here: second } : { base: second, here: first };
    measured.push(found);
    const rates = `${found.base.eventsPerSecond}/s, ${found.here.eventsPerSecond}/s`;
    output.note(`pair ${pair} of ${pairs}: ${rates}`);
  }
  return comparisonOf(measured);
}

async function measure(seconds: number, started: Started): Promise<ComparedRun> {
  const { eventsPerSecond, cpuMicrosPerEvent } = await measureCheckout(seconds, started);
  const { ingest, worker, redis } = cpuMicrosPerEvent;
  return { eventsPerSecond, cpuMicros: rounded(ingest + worker + redis) };
}

export function comparisonOf(pairs: readonly Pair[]): Comparison {
  const ratioOf = (pick: (run: ComparedRun) => number) => {
    return rounded(
      medianBy(
        pairs.map(({ base, here }) => pick(here) / pick(base)),
        (one) => one,
      ),
    );
  };
  const speed = ratioOf((run) => run.eventsPerSecond);
  const cpu = ratioOf((run) => run.cpuMicros);
  return { pairs, speed, cpu, floor: FLOOR, isKept: speed >= FLOOR };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function comparisonTable({ pairs, speed, cpu, floor, isKept }: Comparison): string {
  const rows = pairs.map(({ base, here }, i): Cell[] => {
    return [
      i + 1,
      base.eventsPerSecond,
      here.eventsPerSecond,
      rounded(here.eventsPerSecond / base.eventsPerSecond),
      `${base.cpuMicros} µs`,
      `${here.cpuMicros} µs`,
    ];
  });
  const head: Cell[] = ['pair', 'other, events/s', 'this, events/s', 'times', 'CPU', 'CPU'];
  const said = `median ${speed} times as fast, ${cpu} times the CPU an event`;
  return `${textTable([head, ...rows])}\n${said}: ${isKept ? 'kept' : `below ${floor}`}`;
}
