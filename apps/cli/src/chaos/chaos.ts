/** Runs faults, each on a private installation of its own, and adds up what came of them. */
import { medianBy } from '../bench/quantiles.js';
import { FailedError } from '../exits.js';
import type { Output } from '../output.js';
import type { Fault, FaultName } from './faults/fault.js';
import { deathsOf } from './installation.js';
import { CHAOS } from './limits.js';
import { type Ran, type RunOptions, runFault } from './runFault.js';
import { type Stage, setStage } from './stage.js';

export interface ChaosOptions {
  readonly faults: readonly Fault[];
  readonly runs: number;
  readonly seed: number;
}

export interface FaultReport {
  readonly name: FaultName;
  readonly title: string;
  readonly note?: string;
  readonly runs: number;
  /** Of these, runs that did not come to their end: what they have lost nobody knows. */
  readonly failed: number;
  readonly acked: number;
  readonly scored: number;
  readonly lost: number;
  readonly doubled: number;
  /** From the fault to the next effect, ms; null when effects did not come back. */
  readonly recoveryMs: { readonly p50: number | null; readonly max: number | null };
  /** What may not be and is; empty when all is well. */
  readonly violations: readonly string[];
  /** Nothing lost, doubled or violated, and recovered in time. */
  readonly isKept: boolean;
}

export interface ChaosReport {
  readonly seed: number;
  readonly faults: readonly FaultReport[];
}

export async function chaos(options: ChaosOptions, output: Output): Promise<ChaosReport> {
  const { seed } = options;
  output.note(`seed ${seed}`);
  const reports: FaultReport[] = [];
  for (const fault of options.faults) {
    output.note(`${fault.name}: ${fault.title}`);
    reports.push(await strikeOften(fault, options, output));
  }
  return { seed, faults: reports };
}

async function strikeOften(
  fault: Fault,
  { runs, seed }: ChaosOptions,
  output: Output,
): Promise<FaultReport> {
  const ran: Ran[] = [];
  let stage: Stage | undefined;
  for (let run = 0; run < runs; run += 1) {
    stage ??= await setStage(fault);
    const name = `chaos-${fault.name.toLowerCase()}-${run}`;
    const one = await tryRun(stage, { ...stage, fault, name, seed: seed + run });
    ran.push(one);
    output.note(`  run ${run + 1}: ${lineOf(one)}`);
    // What is left of a run that did not come to its end is no place for another.
    if (one.violations.length === 0) continue;
    await stage.close();
    stage = undefined;
  }
  await stage?.close();
  return reportOf(fault, ran);
}

/** A run that fails is told as one, with what died in it, and the others go on. */
async function tryRun({ installation }: Stage, options: RunOptions): Promise<Ran> {
  try {
    return await runFault(options);
  } catch (error) {
    if (!(error instanceof FailedError)) throw error;
    const says = deathsOf(await installation.deaths());
    const none = { acked: 0, scored: 0, lost: 0, doubled: 0, recoveryMs: undefined };
    return { ...none, violations: [error.message, ...says], isFailed: true };
  }
}

function lineOf({ acked, scored, lost, doubled, recoveryMs, violations, isFailed }: Ran): string {
  const says = violations.map((violation) => `\n    ${violation}`).join('');
  if (isFailed) return `failed${says}`;
  const back = recoveryMs === undefined ? 'no effect again' : `${Math.round(recoveryMs)} ms`;
  return `${acked} acked, ${scored} scored, ${lost} lost, ${doubled} doubled, ${back}${says}`;
}

/** Adds up the runs of one fault. Pure. */
export function reportOf(
  fault: Pick<Fault, 'name' | 'title' | 'note' | 'target'>,
  ran: readonly Ran[],
): FaultReport {
  const sum = (of: (one: Ran) => number) => ran.reduce((total, one) => total + of(one), 0);
  const took = ran.map(({ recoveryMs }) => recoveryMs ?? Infinity);
  const [p50, max] = [medianBy(took, (ms) => ms), Math.max(...took)];
  const violations = ran.flatMap((one) => one.violations).slice(0, CHAOS.told);
  const [lost, doubled] = [sum((one) => one.lost), sum((one) => one.doubled)];
  const failed = ran.filter(({ isFailed }) => isFailed).length;
  const isInTime = p50 <= fault.target.p50 && max <= fault.target.max;
  return {
    name: fault.name,
    title: fault.title,
    ...(fault.note === undefined ? {} : { note: fault.note }),
    runs: ran.length,
    failed,
    acked: sum((one) => one.acked),
    scored: sum((one) => one.scored),
    lost,
    doubled,
    recoveryMs: { p50: wholeOrNull(p50), max: wholeOrNull(max) },
    violations,
    isKept: failed === 0 && lost === 0 && doubled === 0 && violations.length === 0 && isInTime,
  };
}

function wholeOrNull(ms: number): number | null {
  return Number.isFinite(ms) ? Math.round(ms) : null;
}
