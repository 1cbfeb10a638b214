/** What the events route answers. */
import type { StoredEvent } from '@trove/contracts';

export interface EventsAnswer {
  /** Newest first. */
  readonly events: readonly StoredEvent[];
  /** True when there are more than were asked for. */
  readonly isCut: boolean;
}
