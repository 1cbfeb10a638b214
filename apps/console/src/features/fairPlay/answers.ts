/** What the fair-play routes answer. */
import type { LapsedSuspects, TeamSuspect } from '@trove/streams';
import type { EventNames } from '../../live/namedEvent';

export type NamedSuspect = TeamSuspect & EventNames;

export type NamedLapse = LapsedSuspects & EventNames;

export interface SuspectsAnswer {
  /** Newest first. */
  readonly suspected: readonly NamedSuspect[];
  /** How many are remembered, and how many of these wait to be settled, shown or not. */
  readonly all: number;
  readonly open: number;
  /** Of teams of which more was suspected than is remembered. */
  readonly lapsed: readonly NamedLapse[];
  /** True when there are more teams than were looked at. */
  readonly isCut: boolean;
}

/** A suspected event that is remembered no more: the ledger tells of it. */
export interface EarlierSuspect extends EventNames {
  readonly hunt: string;
  readonly team: string;
  readonly position: number;
  readonly eventId: string;
  /** By the sender's clock. */
  readonly timeMs: number;
  readonly clue: string | undefined;
  readonly points: number;
  /** Confirmed and never looked at are one: the points stand. */
  readonly isTakenBack: boolean;
}

export interface EarlierAnswer {
  /** Newest first. */
  readonly earlier: readonly EarlierSuspect[];
  /** The place to ask on from; undefined when there are no more. */
  readonly next: number | undefined;
}
