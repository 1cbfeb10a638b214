/** What the fair-play routes answer. */
import type { Standing } from '@trove/contracts';
import type { NamedEvent } from '../events/answers';

export interface Suspected {
  readonly event: NamedEvent;
  /** Whether an operator can still say that its points stand or are taken back. */
  readonly isOpen: boolean;
  /** What an operator has found; absent until then. */
  readonly standing?: Standing;
}

export interface SuspectsAnswer {
  readonly suspected: readonly Suspected[];
  readonly isCut: boolean;
}
