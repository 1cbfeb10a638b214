/**
 * A long run of hostile input beside sound play, quiet and hostile spells by turns: nothing may
 * die, everything hostile has an answer or a closed connection, and the sound clients keep their
 * latency and lose nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { quantilesOf, rounded } from '../bench/quantiles.js';
import type { Output } from '../output.js';
import { Random } from '../simulate/random.js';
import { Client, PLAIN } from './clients/client.js';
import { type HostileCounts, startHostileLoad } from './hostileLoad.js';
import { publishHunts } from './hunts.js';
import { deathsOf } from './installation.js';
import { CHAOS } from './limits.js';
import { judgeRun } from './oracle/judgeRun.js';
import { type Stage, setStage } from './stage.js';

export interface FuzzOptions {
  readonly minutes: number;
  readonly seed: number;
}

export interface FuzzReport extends HostileCounts, FuzzOptions {
  /** Minutes that were run: fewer than asked for when it was ended before. */
  readonly minutes: number;
  /** Of the sound clients' packets, from sending to the answer; `times` is hostile over quiet. */
  readonly p99Ms: { readonly quiet: number; readonly hostile: number; readonly times: number };
  readonly acked: number;
  readonly lost: number;
  readonly doubled: number;
  readonly violations: readonly string[];
  readonly isKept: boolean;
}

export interface FuzzCall extends FuzzOptions {
  readonly ending: AbortSignal;
}

type Waits = Record<'quiet' | 'hostile', number[]>;

/**
 * In legs, each on an installation of its own: what proves that nothing was lost is the whole log
 * beside what all clients were told, and both are kept in memory. Told to end, it ends behind the
 * leg that it is at and reports what came of those that were run.
 */
export async function fuzz(options: FuzzCall, output: Output): Promise<FuzzReport> {
  const { minutes, seed, ending } = options;
  output.note(`seed ${seed}: ${minutes} minutes of quiet and hostile by turns`);
  const legs: Came[] = [];
  const all = legsOf(options);
  for (const leg of all) {
    if (ending.aborted) break;
    const stage = await setStage();
    try {
      const came = await fuzzOn(stage, leg, output);
      legs.push(came);
      const { lost, doubled } = came.found;
      const { quiet, hostile } = p99Of(legs);
      const said = `${came.counts.failed} failed, ${lost} lost, ${doubled} doubled`;
      const sound = `others' p99 so far ${quiet} ms quiet, ${hostile} ms hostile`;
      output.note(`leg ${legs.length} of ${all.length}: ${came.counts.sent} hostile, ${said}`);
      output.note(`  ${sound}`);
      for (const one of came.found.violations) output.note(`  ${one}`);
    } finally {
      await stage.close();
    }
  }
  return reportOf({ minutes: (minutes * legs.length) / all.length, seed }, legs);
}

function legsOf({ minutes, seed }: FuzzOptions): readonly FuzzOptions[] {
  const count = Math.ceil(minutes / CHAOS.legMinutes);
  return Array.from({ length: count }, (_, leg) => ({
    minutes: minutes / count,
    seed: seed + leg,
  }));
}

async function fuzzOn(stage: Stage, options: FuzzOptions, output: Output): Promise<Came> {
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
    const { counts, waits } = await spells(stage, { clients, hunts, options, output });
    for (const client of clients) client.stop();
    await playing;
    await witness.drained();
    const evidence = await witness.evidence(hunts);
    const histories = clients.map(({ history }) => history);
    const found = judgeRun(histories, evidence, { isPoisonous: false, mayRefuse: false });
    return { counts, waits, found, deaths: deathsOf(await installation.deaths()) };
  } finally {
    for (const client of clients) client.giveUp();
  }
}

interface Spells {
  readonly clients: readonly Client[];
  readonly hunts: readonly string[];
  readonly options: FuzzOptions;
  readonly output: Output;
}

/** Quiet, hostile, quiet … until time is up; answers what came of both. */
async function spells({ installation, publisher, witness }: Stage, play: Spells) {
  const { clients, hunts, options, output } = play;
  const waits: Waits = { quiet: [], hostile: [] };
  const [url = ''] = installation.doors;
  const target = { url, sender: publisher, hunt: hunts[0] ?? '', seed: options.seed };
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

interface Came {
  readonly counts: HostileCounts;
  readonly waits: Waits;
  readonly found: ReturnType<typeof judgeRun>;
  readonly deaths: readonly string[];
}

/** Of the sound clients' packets in all legs, ms. */
function p99Of(legs: readonly Came[]): Readonly<Record<keyof Waits, number>> {
  const of = (spell: keyof Waits) => {
    return quantilesOf(Float64Array.from(legs.flatMap(({ waits }) => waits[spell]))).p99Ms;
  };
  return { quiet: of('quiet'), hostile: of('hostile') };
}

/** All legs in one. Pure. */
function reportOf(options: FuzzOptions, legs: readonly Came[]): FuzzReport {
  const total = (of: (leg: Came) => number) => legs.reduce((sum, leg) => sum + of(leg), 0);
  const counts: HostileCounts = {
    sent: total((leg) => leg.counts.sent),
    answered: total((leg) => leg.counts.answered),
    closed: total((leg) => leg.counts.closed),
    failed: total((leg) => leg.counts.failed),
    silent: total((leg) => leg.counts.silent),
  };
  const { quiet, hostile } = p99Of(legs);
  const times = rounded(hostile / quiet);
  const found = {
    acked: total((leg) => leg.found.acked),
    lost: total((leg) => leg.found.lost),
    doubled: total((leg) => leg.found.doubled),
  };
  const deaths = legs.flatMap((leg) => leg.deaths);
  const violations = [...deaths, ...legs.flatMap((leg) => leg.found.violations)];
  const isAnswered = counts.failed === 0 && counts.silent === 0;
  const isSound = found.lost === 0 && found.doubled === 0 && violations.length === 0;
  const isKept = isAnswered && isSound && times <= CHAOS.slowedTimes;
  const told = violations.slice(0, CHAOS.told);
  const p99Ms = { quiet, hostile, times };
  return { ...options, ...counts, p99Ms, ...found, violations: told, isKept };
}

export function fuzzText(report: FuzzReport): string {
  const { minutes, seed, sent, answered, closed, failed, silent, p99Ms, violations } = report;
  return [
    `${minutes} minutes of hostile input by turns with quiet, seed ${seed}:`,
    `  ${sent} sent: ${answered} answered, ${closed} closed, ${failed} failed, ${silent} silent`,
    `  others: p99 ${p99Ms.quiet} ms quiet, ${p99Ms.hostile} ms hostile (${p99Ms.times} times)`,
    `  others: ${report.acked} acked, ${report.lost} lost, ${report.doubled} doubled`,
    ...violations.map((one) => `  ${one}`),
    report.isKept ? '  kept' : '  missed',
  ].join('\n');
}
