/** Sends a simulated crowd through one source and compares what it injected with what came back. */
import type { Injected } from '@trove/contracts';
import { createSource, type Source } from '@trove/player-sdk';
import { askForMissing, connected, offer } from '../delivery/deliver.js';
import { DELIVERY_LIMITS } from '../delivery/limits.js';
import { Quiet } from '../delivery/quiet.js';
import { Tally } from '../delivery/tally.js';
import type { DoorClient } from '../door/doorClient.js';
import type { SourceDoor } from '../door/withSource.js';
import { Meter } from './meter.js';
import { paced } from './pacer.js';
import type { Playbook, Sending } from './playbook.js';
import { QualityReporter } from './qualityReporter.js';

export interface Simulation {
  readonly door: SourceDoor;
  readonly client: DoorClient;
  readonly playbook: Playbook;
  /** Slug of the hunt that is played. */
  readonly hunt: string;
  readonly rate: number;
  readonly events: number;
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number) => void;
  readonly say: (line: string) => void;
}

export interface Simulated {
  readonly tally: Tally;
  readonly meter: Meter;
}

/**
 * Sends `events` events, or fewer when stopped, and waits for their outcomes. What is under way is
 * bounded by the source's queue: above it the crowd waits, whatever its rate is.
 */
export async function simulate(simulation: Simulation): Promise<Simulated> {
  const { client, hunt, say } = simulation;
  const meter = new Meter();
  const tally = new Tally((id, decided) => meter.answer(id, decided));
  const reporter = new QualityReporter({ client, hunt, meters: () => [meter], say });
  try {
    await play(simulation, { tally, meter });
    await askForMissing(client, tally);
  } finally {
    meter.close();
    await reporter.close();
  }
  return { tally, meter };
}

async function play(simulation: Simulation, counts: Simulated): Promise<void> {
  const { tally } = counts;
  const source = createSource({ ...simulation.door, inFlight: DELIVERY_LIMITS.inFlight });
  const quiet = new Quiet(DELIVERY_LIMITS.silenceMs);
  listen(source, tally, quiet);
  try {
    await connected(source);
    await sendAll(simulation, async (sendings) => {
      await offer(
        source,
        sendings.map(({ event }) => event),
        quiet,
      );
      for (const sending of sendings) expectSending(counts, sending);
    });
    await quiet.until(() => source.pending === 0 && tally.undecided === 0);
  } finally {
    source.close();
  }
}

/** Kinds of sendings that the system may well call a duplicate: such a result is no accident. */
const REPEATS: ReadonlySet<Injected> = new Set(['retry', 'doubleTap', 'twoDevices', 'lookalike']);

/** Takes down what a sending is, before anything can be heard of it. */
export function expectSending({ tally, meter }: Simulated, { injected, event }: Sending): void {
  tally.expect(event.id, REPEATS.has(injected));
  meter.expect(event.id, injected);
}

/** Feeds what a source hears into a tally. */
function listen(source: Source, tally: Tally, quiet: Quiet): void {
  source.on('settled', (settled) => {
    for (const { event, ack, refusal } of settled) tally.settle(event.id, ack, refusal?.code);
    quiet.stir();
  });
  source.on('results', ({ results }) => {
    if (tally.results(results)) quiet.stir();
  });
  source.on('waiting', () => quiet.stir());
}

async function sendAll(
  simulation: Simulation,
  send: (sendings: readonly Sending[]) => Promise<void>,
): Promise<void> {
  const { playbook, rate, events, signal, onProgress } = simulation;
  let sent = 0;
  let owed = 0;
  for await (const due of paced(rate, signal)) {
    owed += due;
    while (owed > 0 && sent < events && !signal.aborted) {
      const sendings = playbook.next(Date.now()).slice(0, events - sent);
      await send(sendings);
      sent += sendings.length;
      owed -= sendings.length;
    }
    onProgress(sent);
    if (sent >= events) return;
  }
}
