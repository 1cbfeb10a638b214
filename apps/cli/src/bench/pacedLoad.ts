/**
 * Loads whose rate does not depend on the answers. Singles measure from the moment each event was
 * meant to leave, so that a stalled server cannot hide what it did to those that waited.
 */
import { BENCH } from './limits.js';
import { drained, type Load, openLoad, resultOf } from './load.js';
import { type Pace, startPace } from './pace.js';
import { quantilesOf } from './quantiles.js';
import type { LoadMessage, LoadResult, LoadTask } from './shapes.js';

type Say = (message: LoadMessage) => void;

/** Packets one socket may have unanswered; the rest waits, and its waiting counts. */
const SINGLES_IN_FLIGHT = 30;

/** One event a packet. Latency is from the intended sending to the result. */
export async function singleLoad(task: LoadTask, say: Say): Promise<LoadResult> {
  const { sockets, warmUpMs } = BENCH.single;
  const { ratePerSecond } = task;
  const seconds = task.seconds + warmUpMs / 1_000;
  const count = Math.floor(ratePerSecond * seconds);
  const dueOf = new Uint32Array(count);
  const latencies = new Float64Array(count).fill(Number.NaN);
  const { load, owe } = await openPaced(task, {
    sockets,
    perPacket: 1,
    inFlight: SINGLES_IN_FLIGHT,
    onClaim: (due, sequence) => {
      dueOf[sequence] = due;
    },
  });
  const pace = startPace({ ratePerSecond, seconds }, owe);
  load.progress.onDecided = (sequence) => {
    const due = dueOf[sequence] ?? 0;
    latencies[due] = pace.nowMs() - pace.intendedMs(due);
  };
  await finish({ load, pace, say });
  const measured = latencies.subarray(Math.floor((ratePerSecond * warmUpMs) / 1_000));
  const samples = measured.filter((ms) => !Number.isNaN(ms));
  const result = resultOf(load, {
    events: samples.length,
    seconds: task.seconds,
    generatorMicros: 0,
  });
  return { ...result, latency: quantilesOf(samples) };
}

/** Packets at a rate above what the server can take: it must say `busy` and stay bounded. */
export async function overloadLoad(task: LoadTask, say: Say): Promise<LoadResult> {
  const perPacket = BENCH.batch.eventsPerPacket;
  const { sockets, packetsInFlight: inFlight } = BENCH.overload;
  const { load, owe } = await openPaced(task, { sockets, perPacket, inFlight });
  const { seconds } = task;
  const pace = startPace({ ratePerSecond: task.ratePerSecond / perPacket, seconds }, owe);
  await finish({ load, pace, say });
  const events = load.progress.decided;
  return resultOf(load, { events, seconds: pace.nowMs() / 1_000, generatorMicros: 0 });
}

/** Waits until all was due, then until all has its result. */
async function finish(run: { load: Load; pace: Pace; say: Say }): Promise<void> {
  run.say({ phase: 'measuring' });
  await run.pace.ended;
  run.say({ phase: 'measured' });
  await drained(run.load);
  run.load.close();
}

interface PacedOptions {
  readonly sockets: number;
  readonly perPacket: number;
  readonly inFlight: number;
  /** Sending number `due` leaves, with event number `sequence` as its first. */
  readonly onClaim?: (due: number, sequence: number) => void;
}

/** A load whose lanes send in turn what has come due. */
async function openPaced(
  task: LoadTask,
  { sockets, perPacket, inFlight, onClaim }: PacedOptions,
): Promise<{ load: Load; owe: (due: number) => void }> {
  const owed: number[][] = [];
  const claim = (lane: number, sequence: number) => {
    const due = owed[lane]?.shift();
    if (due !== undefined) onClaim?.(due, sequence);
    return due !== undefined;
  };
  const load = await openLoad(task, { sockets, perPacket, packetsInFlight: inFlight, claim });
  for (const _ of load.lanes) owed.push([]);
  let told = 0;
  const owe = (due: number) => {
    for (; told < due; told += 1) {
      const number = told % owed.length;
      owed[number]?.push(told);
      load.lanes[number]?.pump();
    }
  };
  return { load, owe };
}
