/** What a fault is: what it does to a running installation, and what may come of it. */
import type { SourceToken } from '../../bench/shapes.js';
import type { Random } from '../../simulate/random.js';
import type { Client, Plan } from '../clients/client.js';
import type { Installation } from '../installation.js';
import type { RecoveryTarget } from '../limits.js';
import type { RunRules } from '../oracle/judgeRun.js';
import type { Witness } from '../oracle/readEvidence.js';
import type { Staging } from '../stage.js';

export type FaultName =
  | 'F1'
  | 'F2'
  | 'F3'
  | 'F4'
  | 'F4B'
  | 'F7'
  | 'F7B'
  | 'F10'
  | 'F11'
  | 'F12'
  | 'F13'
  | 'F15'
  | 'F16'
  | 'F17'
  | 'F18';

/** What a fault has to do with. */
export interface Scene {
  readonly installation: Installation;
  readonly witness: Witness;
  readonly clients: readonly Client[];
  /** One hunt on each partition. */
  readonly hunts: readonly string[];
  /** May publish. */
  readonly publisher: SourceToken;
  readonly senders: readonly SourceToken[];
  readonly random: Random;
}

/**
 * One blow: recovery is the time from `fromUs` to the first effect after `afterUs`. Of a blow that
 * lasts it is the longest time without an effect up to then.
 */
export interface Blow {
  readonly fromUs: number;
  readonly afterUs: number;
  readonly lasts?: boolean;
  /** The partitions that have to come back; absent: all. */
  readonly partitions?: readonly number[];
  /** The sources whose events have to get through again; absent: anybody's. */
  readonly sources?: readonly string[];
}

export interface Fault extends Staging {
  readonly name: FaultName;
  readonly title: string;
  /** What a reader of the table has to know. */
  readonly note?: string;
  readonly target: RecoveryTarget;
  readonly rules?: Partial<RunRules>;
  /** How client number `number` behaves. */
  plan?(number: number): Plan;
  /** The hunts have a rule that can never be evaluated. */
  readonly isRuleFaulty?: boolean;
  /** Does it, and heals it: at the end every part runs again. */
  strike(scene: Scene): Promise<readonly Blow[]>;
}

/** Microseconds since 1970 on this machine, which is Redis's own. */
export function nowUs(): number {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}

/** A blow of which everybody has to recover unless it says whom it hits. */
export async function blow(
  deed: () => Promise<void>,
  more: Pick<Blow, 'partitions' | 'sources' | 'lasts'> = {},
): Promise<Blow> {
  const fromUs = nowUs();
  await deed();
  return { fromUs, afterUs: nowUs(), ...more };
}

/** A blow that lasts as long as the deed takes. */
export function lasting(deed: () => Promise<void>): Promise<Blow> {
  return blow(deed, { lasts: true });
}
