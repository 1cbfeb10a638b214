/** What the fair-play routes answer. */
import type { Standing, StoredEvent } from '@trove/contracts';

export interface Suspected {
  readonly event: StoredEvent;
  /** Whether an operator can still say that its points stand or are taken back. */
  readonly isOpen: boolean;
  /** What an operator has found; absent until then. */
  readonly standing?: Standing;
}

export interface SuspectsAnswer {
  readonly suspected: readonly Suspected[];
  readonly isCut: boolean;
}
