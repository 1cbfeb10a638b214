/** Faults of what is sent: storms of repeats, old ids, poison, and rules that change. */
import { setTimeout as pause } from 'node:timers/promises';
import { WIRE_LIMITS } from '@trove/contracts';
import { DoorClient } from '../../door/doorClient.js';
import { FailedError } from '../../exits.js';
import type { Random } from '../../simulate/random.js';
import { type Client, PLAIN } from '../clients/client.js';
import { chaosHunt, POISON } from '../hunts.js';
import { ANY_TARGET } from '../limits.js';
import { type Fault, lasting, type Scene } from './fault.js';

const { dedupWindowMs } = WIRE_LIMITS;
/** Every event goes out ten times in all. */
const REPEATS = 9;
/** So much of the window is left when an id at its edge is sent first. */
const LEFT_MS = 4_000;
const OLDEST_MS = 7 * 24 * 3_600_000;
const POISON_SHARE = 0.02;
const VERSIONS = 3;
const BETWEEN_MS = 500;
/** How long odd events are sent. */
const SPAN_MS = 2_000;

export const stormDuplicates: Fault = {
  name: 'F11',
  title: 'every event ten times, shuffled; replays after the window',
  target: ANY_TARGET,
  strike: async ({ clients }) => [await lasting(() => stormAndReplay(clients))],
};

async function stormAndReplay(clients: readonly Client[]): Promise<void> {
  const atTheEdge = dedupWindowMs - LEFT_MS;
  const edges = await Promise.all(clients.map((client) => client.playOnce(atTheEdge)));
  await Promise.all(clients.map((client) => client.storm(REPEATS)));
  await pause(LEFT_MS);
  await Promise.all(clients.map((client, i) => replayPast(client, edges[i] ?? [])));
}

/** What passed at the window's edge is sent again beyond it: the door must not take it. */
async function replayPast(client: Client, events: Parameters<Client['resend']>[0]): Promise<void> {
  await client.resend(events);
  // What breaks its contract is told that first, at any age.
  const taken = events.filter(({ ack, isMalformed }) => !isMalformed && ack !== 'late').length;
  if (taken > 0) throw new FailedError(`${taken} ids beyond the window were not told late`);
}

export const sendLate: Fault = {
  name: 'F12',
  title: 'ids out of order and old: now, to the window’s edge, to 7 days',
  target: ANY_TARGET,
  plan: () => ({ ...PLAIN, idAgeMs: someAge }),
  strike: async () => [await lasting(() => pause(SPAN_MS))],
};

function someAge(random: Random): number {
  const kind = random.below(4);
  if (kind === 0) return 0;
  if (kind === 1) return random.next() * 3_600_000;
  if (kind === 2) return random.next() * dedupWindowMs;
  return dedupWindowMs + random.next() * (OLDEST_MS - dedupWindowMs);
}

export const poison: Fault = {
  name: 'F16',
  title: 'events on which the fold throws; a rule that always faults',
  note: 'a throw is planted into the workers’ fold; such events must end as quarantined',
  target: ANY_TARGET,
  rules: { isPoisonous: true },
  preload: 'bench/plantedBug.mjs',
  isRuleFaulty: true,
  plan: () => ({
    ...PLAIN,
    code: (random) => (random.chance(POISON_SHARE) ? POISON : PLAIN.code(random)),
  }),
  strike: async () => [await lasting(() => pause(SPAN_MS))],
};

export const changeRules: Fault = {
  name: 'F17',
  title: 'new versions of the rules in mid-stream',
  target: ANY_TARGET,
  strike: async (scene) => [await lasting(() => publishOften(scene))],
};

async function publishOften({ installation, publisher, hunts, random }: Scene): Promise<void> {
  const doors = installation.doors.map((url) => new DoorClient({ url, ...publisher }));
  for (let version = 2; version <= VERSIONS; version += 1) {
    for (const slug of hunts) await random.pick(doors).publish(slug, chaosHunt(slug, version));
    await pause(random.next() * BETWEEN_MS);
  }
}
