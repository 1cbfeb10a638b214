/** What came of a long run of hostile input, leg by leg, in one report. Pure. */
import { quantilesOf, rounded } from '../bench/quantiles.js';
import { CHAOS } from './limits.js';
import type { Judged } from './oracle/judgeRun.js';

/** How hostile things ended; `failed` is a fault of the server, `silent` no answer at all. */
export interface HostileCounts {
  readonly sent: number;
  readonly answered: number;
  readonly closed: number;
  readonly failed: number;
  readonly silent: number;
  /** Events among them that the door said it had appended. */
  readonly appended: number;
  /** How often each code was answered; `ok` is none. */
  readonly codes: Readonly<Record<string, number>>;
}

/** What hostile senders have left behind. */
export interface HostileTraces {
  /** Their events that stand decided in the results. */
  readonly decided: number;
  /** Their refusals that rest in quarantine. */
  readonly quarantined: number;
}

export type Waits = Record<'quiet' | 'hostile', number[]>;

/** What came of one leg. */
export interface Leg extends HostileTraces {
  readonly counts: HostileCounts;
  /** Of the sound clients' packets, ms. */
  readonly waits: Waits;
  readonly found: Judged;
  /** Processes that ended by themselves: a crash, or a rejection that nobody handled. */
  readonly deaths: readonly string[];
}

export interface FuzzReport extends HostileCounts, HostileTraces {
  /** Minutes that were run: fewer than asked for when it was ended before. */
  readonly minutes: number;
  readonly seed: number;
  /** Of hostile things, those by which an event came into the log and was decided. */
  readonly decidedShare: number;
  /** Of the sound clients' packets, from sending to the answer; `times` is hostile over quiet. */
  readonly p99Ms: { readonly quiet: number; readonly hostile: number; readonly times: number };
  readonly acked: number;
  readonly lost: number;
  readonly doubled: number;
  /** Processes that ended by themselves. */
  readonly deaths: number;
  readonly violations: readonly string[];
  readonly isKept: boolean;
}

/** Of the sound clients' packets in all legs, ms. */
export function p99Of(legs: readonly Leg[]): Readonly<Record<keyof Waits, number>> {
  const of = (spell: keyof Waits) => {
    return quantilesOf(Float64Array.from(legs.flatMap(({ waits }) => waits[spell]))).p99Ms;
  };
  return { quiet: of('quiet'), hostile: of('hostile') };
}

export function fuzzReport(
  options: Pick<FuzzReport, 'minutes' | 'seed'>,
  legs: readonly Leg[],
): FuzzReport {
  const total = (of: (leg: Leg) => number) => legs.reduce((sum, leg) => sum + of(leg), 0);
  const counts = countsOf(legs);
  const traces = {
    decided: total((leg) => leg.decided),
    quarantined: total((leg) => leg.quarantined),
  };
  const { quiet, hostile } = p99Of(legs);
  const p99Ms = { quiet, hostile, times: rounded(hostile / quiet) };
  const found = {
    acked: total((leg) => leg.found.acked),
    lost: total((leg) => leg.found.lost),
    doubled: total((leg) => leg.found.doubled),
  };
  const violations = legs.flatMap((leg) => [
    ...leg.deaths,
    ...leg.found.violations,
    ...shallow(leg),
  ]);
  const isAnswered = counts.failed === 0 && counts.silent === 0;
  const isSound = found.lost === 0 && found.doubled === 0 && violations.length === 0;
  return {
    ...options,
    ...counts,
    ...traces,
    decidedShare: rounded(Math.min(counts.appended, traces.decided) / counts.sent),
    p99Ms,
    ...found,
    deaths: total((leg) => leg.deaths.length),
    violations: violations.slice(0, CHAOS.told),
    isKept: isAnswered && isSound && p99Ms.times <= CHAOS.slowedTimes,
  };
}

/** Hostile input that stays at the door tries little: some of it has to come all the way. */
function shallow({ counts: { sent, appended }, decided, quarantined }: Leg): string[] {
  const says: string[] = [];
  const least = Math.ceil(sent * CHAOS.hostileShare);
  if (appended < least) says.push(`${appended} hostile events were appended, fewer than ${least}`);
  if (decided < appended) says.push(`${decided} of ${appended} hostile events were decided`);
  if (quarantined === 0) says.push('nothing hostile rests in quarantine');
  return says;
}

function countsOf(legs: readonly Leg[]): HostileCounts {
  const total = (of: (counts: HostileCounts) => number) => {
    return legs.reduce((sum, { counts }) => sum + of(counts), 0);
  };
  const names = new Set(legs.flatMap(({ counts }) => Object.keys(counts.codes)));
  const codes = [...names].map((name): [string, number] => {
    return [name, total((counts) => counts.codes[name] ?? 0)];
  });
  return {
    sent: total(({ sent }) => sent),
    answered: total(({ answered }) => answered),
    closed: total(({ closed }) => closed),
    failed: total(({ failed }) => failed),
    silent: total(({ silent }) => silent),
    appended: total(({ appended }) => appended),
    codes: Object.fromEntries(codes.sort(([, a], [, b]) => b - a)),
  };
}

export function fuzzText(report: FuzzReport): string {
  const { minutes, seed, sent, answered, closed, failed, silent, p99Ms, violations } = report;
  const { appended, decided, decidedShare, quarantined, deaths } = report;
  const codes = Object.entries(report.codes).map(([code, count]) => `${code} ${count}`);
  return [
    `${minutes} minutes of hostile input by turns with quiet, seed ${seed}:`,
    `  ${sent} sent: ${answered} answered, ${closed} closed, ${failed} failed, ${silent} silent`,
    `  answers: ${codes.join(', ')}`,
    `  ${appended} events appended, ${decided} decided (${decidedShare} of what was sent)`,
    `  ${quarantined} refusals in quarantine; ${deaths} processes ended by themselves`,
    `  others: p99 ${p99Ms.quiet} ms quiet, ${p99Ms.hostile} ms hostile (${p99Ms.times} times)`,
    `  others: ${report.acked} acked, ${report.lost} lost, ${report.doubled} doubled`,
    ...violations.map((one) => `  ${one}`),
    report.isKept ? '  kept' : '  missed',
  ].join('\n');
}
