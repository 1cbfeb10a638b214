/** What decide answers and commit writes: every effect of one chunk, as plain values. */
import type { DedupRung, Outcome, ResultExtras, Suggestion, Verdict } from '@trove/contracts';
import type { HuntState, TeamState } from '../game/state.js';
import type { EventTrace, LoggedEvent } from '../ports/loggedEvent.js';
import type { TeamWatch } from '../quality/teamWatch.js';
import type { MemoryChange } from '../recommend/huntMemory.js';

export interface ResultRow {
  readonly event: LoggedEvent;
  /** Index into the decision's entries. */
  readonly entry: number;
  /** Place of the event in its partition, counted from 0 since the log began. */
  readonly position: number;
  readonly outcome: Outcome;
  readonly verdict: Verdict | undefined;
  readonly clue: string | undefined;
  readonly points: number;
  /** The team's points after this event. */
  readonly score: number;
  /** Version of the rules that judged it; 0 when none did. */
  readonly version: number;
  readonly rules: string | undefined;
  /** What each rule of its type answered, a character each; absent when none was asked. */
  readonly asked?: string | undefined;
  /** Of a repeat: place of the first event of its identity; -1 otherwise. */
  readonly firstPosition: number;
  readonly rung: DedupRung | undefined;
  /** A rung that only observes and would have called it a duplicate. */
  readonly observed: DedupRung | undefined;
  /** What the team is told beside; undefined for nearly every event. */
  readonly extras: ResultExtras | undefined;
  /** What the team might try next; undefined when its choice did not change. */
  readonly next: readonly Suggestion[] | undefined;
  /** A replay that can't be decided either: the store knows its identity, and keeps it parked. */
  readonly staysParked?: true;
}

/** What seldom changes: told whole, and undefined when it did not. */
type Seldom = Pick<HuntState, 'wrongAnswers' | 'statuses' | 'broadcasts' | 'opened'>;

/** A hunt as it stands after a decision. */
export interface HuntChange
  extends Omit<HuntState, keyof Seldom>,
    Readonly<{ [K in keyof Seldom]: Seldom[K] | undefined }> {
  /**
   * The players' board is to be the board as it stood before this decision, but for these scores;
   * undefined when it was not frozen in it.
   */
  readonly frozenScores: ReadonlyMap<string, number> | undefined;
  /** Only the counts that moved, as absolute values. */
  readonly solves: ReadonlyMap<string, number>;
  readonly firsts: ReadonlyMap<string, number>;
  /** Starts of the buckets of remembered ids that are to be forgotten, ms. */
  readonly dropBuckets: readonly number[];
  readonly memory: MemoryChange;
  /** By team, whole. */
  readonly watches: ReadonlyMap<string, TeamWatch>;
}

/** Where a name of a hunt's directory leads from now on: a player, or a team's code. */
export interface PlayerChange {
  readonly hunt: string;
  /** A code stands as `codeName` says. */
  readonly player: string;
  /** Undefined: to no team. */
  readonly team: string | undefined;
}

export interface EntryHead {
  readonly id: string;
  readonly door: string;
  readonly appendedAtUs: number;
  readonly count: number;
  readonly traces?: readonly EventTrace[];
}

export interface Decision {
  /** The entries that were decided, in order; the last one's id becomes the cursor. */
  readonly entries: readonly EntryHead[];
  /** One row an event, in log order. */
  readonly results: readonly ResultRow[];
  readonly hunts: readonly HuntChange[];
  /** Changed teams, whole. */
  readonly teams: readonly TeamState[];
  readonly players: readonly PlayerChange[];
}

/** Overturning is an event of its own, which counts; what it overturns is another. */
const COUNTED: ReadonlySet<Outcome> = new Set(['accepted', 'suspected', 'overturned']);

/** True when a row is the first of its identity and its identity must be remembered. */
export function isRemembered(row: ResultRow): boolean {
  const { outcome, rung } = row;
  if (row.staysParked || isLetPass(row)) return false;
  if (COUNTED.has(outcome)) return true;
  if (isParked(row)) return true;
  return outcome === 'duplicate' && (rung === 'device' || rung === 'fingerprint');
}

/** True when a row's event rests in quarantine. */
export function isQuarantined({ outcome }: Pick<ResultRow, 'outcome'>): boolean {
  return outcome === 'quarantined' || outcome === 'invalid';
}

/** True when it counts if it is replayed from there: nothing under its identity was accepted. */
export function isParked(row: Pick<ResultRow, 'outcome' | 'observed'>): boolean {
  return isQuarantined(row) && !isLetPass(row);
}

/** True when the identity came before, in a hunt that only observes it. */
function isLetPass({ observed }: Pick<ResultRow, 'observed'>): boolean {
  return observed === 'id';
}

/** True when a row takes its identity out of quarantine; the store asks whether it was there. */
export function isUnparked(row: ResultRow): boolean {
  return row.outcome === 'replayed';
}

/** True when the store must be asked whether it has seen the row's identity before. */
export function isUnseen(row: ResultRow): boolean {
  if (isLetPass(row)) return false;
  if (isRemembered(row) || row.outcome === 'rate_limited') return true;
  return row.outcome === 'late' && row.rung === 'device';
}
