/**
 * A long run of hostile input beside sound play, quiet and hostile spells by turns: nothing may
 * die, everything hostile has an answer or a closed connection, and the sound clients keep their
 * latency and lose nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Output } from '../output.js';
import { Random } from '../simulate/random.js';
import { Client, PLAIN } from './clients/client.js';
import { type FuzzReport, fuzzReport, type Leg, p99Of, type Waits } from './fuzzReport.js';
import { HOSTILE_HUNTS, startHostileLoad, tracesOf } from './hostileLoad.js';
import { publishHunts } from './hunts.js';
import { deathsOf } from './installation.js';
import { CHAOS } from './limits.js';
import { judgeRun } from './oracle/judgeRun.js';
import { type Stage, setStage } from './stage.js';

export interface FuzzOptions {
  readonly minutes: number;
  readonly seed: number;
}

export interface FuzzCall extends FuzzOptions {
  readonly ending: AbortSignal;
}

/**
 * In legs, each on an installation of its own: what proves that nothing was lost is the whole log
 * beside what all clients were told, and both are kept in memory. Told to end, it ends behind the
 * leg that it is at and reports what came of those that were run.
 */
export async function fuzz(options: FuzzCall, output: Output): Promise<FuzzReport> {
  const { minutes, seed, ending } = options;
  output.note(`seed ${seed}: ${minutes} minutes of quiet and hostile by turns`);
  const legs: Leg[] = [];
  const all = legsOf(options);
  for (const leg of all) {
    if (ending.aborted) break;
    const stage = await setStage();
    try {
      const came = await fuzzOn(stage, leg, output);
      legs.push(came);
      const { lost, doubled } = came.found;
      const { quiet, hostile } = p99Of(legs);
      const { sent, failed, appended } = came.counts;
      const said = `${appended} appended, ${failed} failed; ${lost} lost, ${doubled} doubled`;
      const sound = `others' p99 so far ${quiet} ms quiet, ${hostile} ms hostile`;
      output.note(`leg ${legs.length} of ${all.length}: ${sent} hostile, ${said}`);
      output.note(`  ${sound}`);
      for (const one of came.found.violations) output.note(`  ${one}`);
    } finally {
      await stage.close();
    }
  }
  return fuzzReport({ minutes: (minutes * legs.length) / all.length, seed }, legs);
}

function legsOf({ minutes, seed }: FuzzOptions): readonly FuzzOptions[] {
  const count = Math.ceil(minutes / CHAOS.legMinutes);
  return Array.from({ length: count }, (_, leg) => ({
    minutes: minutes / count,
    seed: seed + leg,
  }));
}

async function fuzzOn(stage: Stage, options: FuzzOptions, output: Output): Promise<Leg> {
  const { installation, publisher, senders, witness } = stage;
  const given = { publisher, name: 'fuzz', isFaulty: false };
  const hunts = await publishHunts(installation, given);
  const random = new Random(options.seed);
  const { doors } = installation;
  const clients = senders.map((sender, number) => {
    const own = new Random(random.below(2 ** 31));
    return new Client({ number, sender, doors, hunts, plan: PLAIN, random: own });
  });
  const playing = Promise.all(clients.map((client) => client.play()));
  playing.catch(() => undefined);
  try {
    const { counts, waits } = await spells(stage, { clients, options, output });
    for (const client of clients) client.stop();
    await playing;
    await witness.drained();
    const evidence = await witness.evidence(hunts);
    const histories = clients.map(({ history }) => history);
    const rules = { isPoisonous: false, mayRefuse: false, foreign: HOSTILE_HUNTS };
    const found = judgeRun(histories, evidence, rules);
    const sources = senders.map(({ source }) => source);
    const deaths = deathsOf(await installation.deaths());
    return { counts, waits, found, deaths, ...tracesOf(evidence, sources) };
  } finally {
    for (const client of clients) client.giveUp();
  }
}

interface Spells {
  readonly clients: readonly Client[];
  readonly options: FuzzOptions;
  readonly output: Output;
}

/** Quiet, hostile, quiet … until time is up; answers what came of both. */
async function spells({ installation, publisher, witness }: Stage, play: Spells) {
  const { clients, options, output } = play;
  const waits: Waits = { quiet: [], hostile: [] };
  const [url = ''] = installation.doors;
  const target = { url, sender: publisher, seed: options.seed };
  const load = await startHostileLoad(target);
  const end = performance.now() + options.minutes * 60_000;
  let counts = await load.rest();
  await pause(CHAOS.spellMs);
  while (performance.now() < end) {
    for (const spell of ['quiet', 'hostile'] as const) {
      counts = spell === 'hostile' ? await load.begin() : await load.rest();
      for (const client of clients) client.onAnswered = (ms) => waits[spell].push(ms);
      await pause(CHAOS.spellMs);
    }
    counts = await load.rest();
    // Reading keeps this process busy, and who waits for it waits in no spell.
    for (const client of clients) client.onAnswered = () => undefined;
    await witness.gather();
    await pause(CHAOS.settleMs);
    output.note(`  ${counts.sent} hostile things so far`);
  }
  // What is still on its way is answered or given up by then.
  await pause(CHAOS.spellMs);
  counts = await load.rest();
  load.close();
  return { counts, waits };
}
