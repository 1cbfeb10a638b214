/** What the events route answers. */
import type { FeedEvent } from '../../live/messages';

export interface EventsAnswer {
  /** Newest first. */
  readonly events: readonly FeedEvent[];
  /** True when there are more than were asked for. */
  readonly isCut: boolean;
}
