/** An event with all that is known of it: what the log holds and what was decided. */
import type { EventResult } from './results.js';

export interface StoredEvent {
  readonly partition: number;
  readonly position: number;
  readonly epoch: number;
  readonly id: string;
  readonly source: string;
  readonly hunt: string;
  readonly team: string;
  readonly player: string;
  readonly type: string;
  /** When it happened, by the sender's clock; ISO 8601. */
  readonly time: string;
  /** Undefined when the log no longer holds the event. */
  readonly data: unknown;
  /** Milliseconds on Redis's clock, with fractions. */
  readonly receivedAt: number;
  readonly appendedAt: number;
  readonly decidedAt: number;
  readonly committedAt: number;
  readonly result: EventResult;
}
