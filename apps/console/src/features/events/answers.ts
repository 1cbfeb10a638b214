/** What the events route answers. */
import type { StoredEvent } from '@trove/contracts';

/** What its team and its clue are called is absent where only their ids are known. */
export interface NamedEvent extends StoredEvent {
  readonly teamName?: string;
  readonly clueTitle?: string;
}

export interface EventsAnswer {
  /** Newest first. */
  readonly events: readonly NamedEvent[];
  /** True when there are more than were asked for. */
  readonly isCut: boolean;
}
