/** One run of one fault: play, strike, wait for effects, end the play, and let the oracle judge. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SourceToken } from '../bench/shapes.js';
import { FailedError } from '../exits.js';
import { Random } from '../simulate/random.js';
import { Client, PLAIN } from './clients/client.js';
import type { Blow, Fault } from './faults/fault.js';
import { publishHunts } from './hunts.js';
import { deathsOf, type Installation } from './installation.js';
import { CHAOS } from './limits.js';
import { type Judged, judgeRun } from './oracle/judgeRun.js';
import { eventually, type Witness } from './oracle/readEvidence.js';
import { recoveryMs } from './recovery.js';

export interface RunOptions {
  readonly fault: Fault;
  readonly installation: Installation;
  readonly witness: Witness;
  readonly senders: readonly SourceToken[];
  readonly publisher: SourceToken;
  readonly seed: number;
  /** Begins the hunts' names; no other run has it. */
  readonly name: string;
}

export interface Ran extends Judged {
  /** It did not come to its end, so that nobody knows what was lost. */
  readonly isFailed: boolean;
  /** Of the slowest blow; undefined when effects never came back. */
  readonly recoveryMs: number | undefined;
}

/** Rejects when the run can't be brought to its end: something does not come back. */
export async function runFault(options: RunOptions): Promise<Ran> {
  const { fault, installation, publisher, name } = options;
  const random = new Random(options.seed);
  const isFaulty = fault.isRuleFaulty === true;
  const hunts = await publishHunts(installation, { publisher, name, isFaulty });
  const clients = clientsOf(options, hunts, random);
  const playing = Promise.all(clients.map((client) => client.play()));
  // A client that gives up ends the run where it is awaited.
  playing.catch(() => undefined);
  try {
    const blows = await strikeInPlay(options, { clients, hunts, random });
    for (const client of clients) client.stop();
    const isOver = await Promise.race([
      playing.then(() => true),
      pause(CHAOS.endMs, false, { ref: false }),
    ]);
    if (!isOver) throw new FailedError(`clients of ${fault.name} did not come to their end`);
    return await judged(options, { clients, hunts, blows });
  } finally {
    for (const client of clients) client.giveUp();
  }
}

interface Play {
  readonly clients: readonly Client[];
  readonly hunts: readonly string[];
}

async function strikeInPlay(
  { fault, installation, witness, publisher, senders }: RunOptions,
  { clients, hunts, random }: Play & { random: Random },
): Promise<readonly Blow[]> {
  await warmUp(witness, random);
  const scene = { installation, witness, clients, hunts, publisher, senders, random };
  const blows = await fault.strike(scene);
  await recovered(witness, blows);
  await pause(CHAOS.afterMs);
  return blows;
}

async function judged(
  { fault, installation, witness }: RunOptions,
  { clients, hunts, blows }: Play & { blows: readonly Blow[] },
): Promise<Ran> {
  await witness.drained();
  const evidence = await witness.evidence(hunts);
  const histories = clients.flatMap(({ history, aside }) => [history, ...aside.map(alone)]);
  const rules = { isPoisonous: false, mayRefuse: false, ...fault.rules };
  const found = judgeRun(histories, evidence, rules);
  const says = deathsOf(await installation.deaths());
  const took = blows.map((one) => recoveryMs(one, evidence.outs));
  const slowest = took.every((ms) => ms !== undefined) ? Math.max(...took) : undefined;
  const violations = [...found.violations, ...says];
  return { ...found, violations, recoveryMs: slowest, isFailed: false };
}

/** A history of its own: nothing is known of its order among others. */
function alone<T>(one: T): readonly T[] {
  return [one];
}

function clientsOf({ fault, installation, senders }: RunOptions, hunts: string[], random: Random) {
  return senders.map((sender, number) => {
    const plan = fault.plan?.(number) ?? PLAIN;
    const { doors } = installation;
    const own = new Random(random.below(2 ** 31));
    return new Client({ number, sender, doors, hunts, plan, random: own });
  });
}

/** Every partition has effects, and then some more time has passed that the seed says. */
async function warmUp(witness: Witness, random: Random): Promise<void> {
  await eventually('play does not begin', CHAOS.recoveryMs, async () => {
    return (await witness.newestEffects()).every((us) => us > 0);
  });
  await pause(CHAOS.warmUpMs + random.next() * CHAOS.spreadMs);
}

/** Effects came after the last blow, or time is up: the oracle will say what is missing. */
async function recovered(witness: Witness, blows: readonly Blow[]): Promise<void> {
  const lastUs = Math.max(...blows.map(({ afterUs }) => afterUs));
  const end = Date.now() + CHAOS.recoveryMs;
  while (Date.now() < end) {
    if ((await witness.newestEffects()).every((us) => us > lastUs)) return;
    await pause(CHAOS.lookMs);
  }
}
