/** What the fair-play routes answer. */
import type { LapsedSuspects, TeamSuspect } from '@trove/streams';
import type { EventNames } from '../../live/namedEvent';

export type NamedSuspect = TeamSuspect & EventNames;

export type NamedLapse = LapsedSuspects & EventNames;

export interface SuspectsAnswer {
  /** Newest first. */
  readonly suspected: readonly NamedSuspect[];
  /** How many can be settled, and how many of these wait for it, shown or not. */
  readonly all: number;
  readonly open: number;
  /** Of teams of which more was suspected than is kept. */
  readonly lapsed: readonly NamedLapse[];
  /** True when there are more teams than were looked at. */
  readonly isCut: boolean;
}
