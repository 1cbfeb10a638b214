/** What the hunt routes answer. */
import type { BoardRow } from '@trove/contracts';
import type { LiveHuntView } from '../../live/messages';

export interface HuntsAnswer {
  readonly hunts: readonly LiveHuntView[];
}

export interface BoardAnswer {
  readonly hunt: LiveHuntView;
  /** Place in the log the board stands at. */
  readonly offset: number;
  readonly rows: readonly BoardRow[];
}
