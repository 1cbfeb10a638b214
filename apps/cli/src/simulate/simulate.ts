/** Sends a simulated crowd through one source and counts what it injected and what came back. */
import type { PlayEvent } from '@trove/contracts';
import { createSource, type Source } from '@trove/player-sdk';
import { askForMissing, connected } from '../delivery/deliver.js';
import { DELIVERY_LIMITS } from '../delivery/limits.js';
import { Quiet } from '../delivery/quiet.js';
import { Tally } from '../delivery/tally.js';
import type { DoorClient } from '../door/doorClient.js';
import type { Door } from '../door/findDoor.js';
import { paced } from './pacer.js';
import type { Playbook, Sending } from './playbook.js';

export interface Injected {
  fresh: number;
  duplicates: number;
  malformed: number;
}

export interface Simulation {
  readonly door: Door;
  readonly client: DoorClient;
  readonly playbook: Playbook;
  readonly rate: number;
  readonly events: number;
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number) => void;
}

/** Sends `events` events, or fewer when stopped, and waits for their outcomes. */
export async function simulate(
  simulation: Simulation,
): Promise<{ tally: Tally; injected: Injected }> {
  const { door, client, events } = simulation;
  const tally = new Tally();
  const injected: Injected = { fresh: 0, duplicates: 0, malformed: 0 };
  const capacity = Math.max(DELIVERY_LIMITS.waitingEvents, events);
  const source = createSource({ ...door, inFlight: DELIVERY_LIMITS.inFlight, capacity });
  const quiet = new Quiet(DELIVERY_LIMITS.silenceMs);
  listen(source, tally, quiet);
  try {
    await connected(source);
    await sendAll(simulation, (sending) => {
      count(injected, sending);
      tally.expect(sending.event.id, sending.kind === 'duplicate');
      source.send([sending.event]);
    });
    await quiet.until(() => source.pending === 0 && tally.undecided === 0);
  } finally {
    source.close();
  }
  await askForMissing(client, tally);
  return { tally, injected };
}

/** Feeds what a source hears into a tally. */
export function listen(source: Source, tally: Tally, quiet: Quiet): void {
  source.on('settled', (settled) => {
    for (const { event, ack, refusal } of settled) tally.settle(idOf(event), ack, refusal?.code);
    quiet.stir();
  });
  source.on('results', ({ results }) => {
    if (tally.results(results)) quiet.stir();
  });
}

async function sendAll(simulation: Simulation, send: (sending: Sending) => void): Promise<void> {
  const { playbook, rate, events, signal, onProgress } = simulation;
  let sent = 0;
  for await (const due of paced(rate, signal)) {
    for (let n = 0; n < due && sent < events; n += 1) {
      send(playbook.next(Date.now()));
      sent += 1;
    }
    onProgress(sent);
    if (sent >= events) return;
  }
}

export function count(injected: Injected, { kind }: Sending): void {
  if (kind === 'fresh') injected.fresh += 1;
  else if (kind === 'duplicate') injected.duplicates += 1;
  else injected.malformed += 1;
}

function idOf(event: PlayEvent): string {
  return String(event.id);
}
