/** What the hunt routes answer. */
import type { BoardRow } from '@trove/contracts';
import type { HuntClock } from '@trove/streams';
import type { LiveHuntView } from '../../live/messages';

/** A hunt with where its event time stands; without one until an event was judged. */
export interface ListedHunt extends LiveHuntView {
  readonly clock?: HuntClock;
}

export interface HuntsAnswer {
  readonly hunts: readonly ListedHunt[];
}

export interface BoardAnswer {
  readonly hunt: LiveHuntView;
  /** Place in the log the board stands at. */
  readonly offset: number;
  readonly rows: readonly BoardRow[];
}
