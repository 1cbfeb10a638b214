/** What the fair-play routes answer. */
import type { TeamSuspect } from '@trove/streams';
import type { EventNames } from '../../live/namedEvent';

export type NamedSuspect = TeamSuspect & EventNames;

export interface SuspectsAnswer {
  /** Newest first. */
  readonly suspected: readonly NamedSuspect[];
  /** How many can be settled, and how many of these wait for it, shown or not. */
  readonly all: number;
  readonly open: number;
  /** True when there are more teams than were looked at. */
  readonly isCut: boolean;
}
