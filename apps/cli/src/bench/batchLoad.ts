/**
 * Batched clients as fast as the server takes them, with a bound on events without a result, so
 * that the rate is that of the whole way and not of the door alone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { BENCH } from './limits.js';
import { drained, openLoad, resultOf } from './load.js';
import type { LoadMessage, LoadResult, LoadTask } from './shapes.js';

/** Measures the results that come within the asked seconds, after a warm-up. */
export async function batchLoad(
  task: LoadTask,
  say: (message: LoadMessage) => void,
): Promise<LoadResult> {
  const { sockets, packetsInFlight, eventsPerPacket, undecided, warmUpMs } = BENCH.batch;
  let isSending = true;
  const claim = () => isSending && load.progress.undecided + eventsPerPacket <= undecided;
  const shape = { sockets, perPacket: eventsPerPacket, packetsInFlight, claim };
  const load = await openLoad(task, shape);
  const pump = () => {
    for (const lane of load.lanes) lane.pump();
  };
  const pumping = setInterval(pump, 1);
  pump();
  await sleep(warmUpMs);
  const from = { events: load.progress.decided, ms: performance.now(), cpu: process.cpuUsage() };
  say({ phase: 'measuring' });
  await sleep(task.seconds * 1_000);
  const events = load.progress.decided - from.events;
  const seconds = (performance.now() - from.ms) / 1_000;
  const { user, system } = process.cpuUsage(from.cpu);
  say({ phase: 'measured' });
  isSending = false;
  await drained(load);
  clearInterval(pumping);
  load.close();
  return resultOf(load, { events, seconds, generatorMicros: user + system });
}
