/** Faults of doors and workers: killed, frozen, and restarted one after another. */
import { setTimeout as pause } from 'node:timers/promises';
import { FailedError } from '../../exits.js';
import { ANY_TARGET, CHAOS, WORKER_TARGET } from '../limits.js';
import { eventually } from '../oracle/readEvidence.js';
import { type Blow, blow, type Fault, lasting, type Scene } from './fault.js';

/** Longer than a lease of 1.5 s, so that another worker has taken the partition over. */
const FROZEN_MS = 4_000;
/** A fault hits between two steps of the pipeline that nobody has chosen. */
const JITTER_MS = 60;

export const killWorker: Fault = {
  name: 'F1',
  title: 'kill -9 of a worker',
  note: 'of two; the other takes its partitions over',
  target: WORKER_TARGET,
  async strike(scene) {
    const { part, partitions } = await someHolder(scene);
    await pause(scene.random.next() * JITTER_MS);
    const struck = await blow(() => scene.installation.kill(part), { partitions });
    await pause(CHAOS.supervisorMs);
    await scene.installation.start(part);
    return [struck];
  },
};

export const killDoor: Fault = {
  name: 'F2',
  title: 'kill -9 of a door',
  target: ANY_TARGET,
  async strike({ installation, clients, random }) {
    const door = random.below(CHAOS.doors);
    const there = clients.filter((client) => client.door === door);
    const sources = there.map(({ source }) => source);
    await pause(random.next() * JITTER_MS);
    const struck = await blow(() => installation.kill(`ingest-${door}`), { sources });
    await pause(CHAOS.supervisorMs);
    await installation.start(`ingest-${door}`);
    return [struck];
  },
};

export const freezeWorker: Fault = {
  name: 'F3',
  title: 'SIGSTOP of a worker beyond its lease, then SIGCONT',
  target: WORKER_TARGET,
  async strike(scene) {
    const { part, partitions } = await someHolder(scene);
    await pause(scene.random.next() * JITTER_MS);
    const freeze = () => scene.installation.signal(part, 'SIGSTOP');
    const struck = await blow(freeze, { partitions });
    await pause(FROZEN_MS);
    await scene.installation.signal(part, 'SIGCONT');
    return [struck];
  },
};

export const rollEverything: Fault = {
  name: 'F18',
  title: 'rolling restart of everything under load',
  note: 'SIGTERM and start of each part in turn, servers too; the longest time without an effect',
  target: ANY_TARGET,
  async strike({ installation }) {
    const blows: Blow[] = [];
    for (const part of installation.parts) {
      const restart = async () => {
        await installation.stop(part);
        await installation.start(part);
      };
      blows.push(await lasting(restart));
    }
    return blows;
  },
};

/** A worker that holds a partition now, and all that it holds. */
async function someHolder({ witness, random }: Scene) {
  const owners: (string | undefined)[] = [];
  await eventually('no worker holds every partition', CHAOS.recoveryMs, async () => {
    for (let k = 0; k < CHAOS.partitions; k += 1) owners[k] = await witness.ownerOf(k);
    return owners.every((owner) => owner !== undefined);
  });
  const part = owners[random.below(owners.length)];
  if (part === undefined) throw new FailedError('no worker holds a partition');
  const partitions = owners.flatMap((owner, k) => (owner === part ? [k] : []));
  return { part, partitions };
}
