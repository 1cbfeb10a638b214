/** One decided event as the archive keeps it, and what events of one log entry have in common. */
import type { ControlType, DedupRung, EventType, Outcome, Verdict } from '@trove/contracts';

export interface ArchivedEntry {
  /** Id of the log entry. */
  readonly logId: string;
  /** Microseconds on the log's clock, as are the other two. */
  readonly appliedAtUs: number;
  readonly decidedAtUs: number;
  readonly committedAtUs: number;
}

export interface ArchivedEvent {
  /** UUID text. */
  readonly eventId: string;
  readonly hunt: string;
  readonly source: string;
  readonly type: EventType | ControlType;
  readonly player: string;
  readonly team: string;
  /** When it happened by the sender's clock. */
  readonly timeMs: number;
  /** When its packet left by the sender's clock; undefined when its log entry can't be read. */
  readonly sentAtMs: number | undefined;
  readonly receivedAtUs: number;
  /** JSON text; undefined when its log entry can't be read. */
  readonly data: string | undefined;
  readonly outcome: Outcome;
  readonly verdict: Verdict | undefined;
  readonly clue: string | undefined;
  readonly points: number;
  /** The team's points after it. */
  readonly score: number;
  readonly version: number;
  /** Ids of the rules that fired, joined by commas. */
  readonly rules: string | undefined;
  /** Of a repeat: the position of the first; -1 otherwise. */
  readonly firstPosition: number;
  readonly rung: DedupRung | undefined;
}
