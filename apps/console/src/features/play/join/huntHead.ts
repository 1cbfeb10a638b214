/** A hunt before it is joined: what anybody may know of it. */
import type { Division } from '@trove/contracts';

export interface HuntHead {
  readonly slug: string;
  readonly title: string;
  /** False when no hunt of this name is published. */
  readonly isKnown: boolean;
  /** Over for good: who joins may look at it and play nothing. */
  readonly isOver?: boolean | undefined;
  readonly description?: string | undefined;
  /** Of which a new team chooses one, or none. */
  readonly divisions: readonly Division[];
}
