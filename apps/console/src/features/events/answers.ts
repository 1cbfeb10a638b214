/** What the events route answers. */
import type { NamedEvent } from '../../live/namedEvent';
import type { ReceiptAnswer } from '../receipt/answers';

export interface EventsAnswer {
  /** Newest first. */
  readonly events: readonly NamedEvent[];
  /** True when there are more than were asked for. */
  readonly isCut: boolean;
  /** Commits that were looked at; none where an id was looked up. */
  readonly commits: number;
  /** Where the look ended before all was looked at: another one goes on up to this moment. */
  readonly openToMs?: number;
  /** Commits that can't be read, and whose events are left out; absent when none. */
  readonly unreadable?: number;
  /** What is known of an id under which Redis holds no decided event: whether it has a receipt. */
  readonly elsewhere?: ReceiptAnswer['kind'];
}
