/** What the hunt routes answer. */
import type { BoardRow, Division } from '@trove/contracts';
import type { HuntClock } from '@trove/streams';
import type { LiveHuntView } from '../../live/messages';

/** A hunt with where its event time stands; without one until an event was judged. */
export interface ListedHunt extends LiveHuntView {
  readonly clock?: HuntClock;
  /** When it, or one of its clues, opens next; absent when nothing is to open. */
  readonly opensMs?: number | undefined;
}

export interface HuntsAnswer {
  readonly hunts: readonly ListedHunt[];
}

/** A draft in a list: without its file. */
export interface ListedDraft {
  readonly slug: string;
  readonly title: string;
  readonly revision: number;
  /** The version it began as; 0 for a hunt that was never published. */
  readonly baseVersion: number;
  /** The revision at which it was that version. */
  readonly baseRevision: number;
  readonly updatedBy: string;
  readonly updatedAt: string;
  readonly isArchived: boolean;
  readonly opensMs?: number | undefined;
}

export interface DraftsAnswer {
  readonly drafts: readonly ListedDraft[];
}

export interface BoardAnswer {
  readonly hunt: LiveHuntView;
  /** Place in the log the board stands at. */
  readonly offset: number;
  readonly rows: readonly BoardRow[];
  /** Of the hunt, in the order of its file. */
  readonly divisions: readonly Division[];
}
