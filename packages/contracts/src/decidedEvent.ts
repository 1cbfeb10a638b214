/** A decided event with what the log holds of it, and what those of one entry have in common. */
import type { LoggedType } from './control.js';
import type { DedupRung, Outcome, Verdict } from './vocabulary.js';

export interface DecidedEntryHead {
  /** Id of the log entry. */
  readonly logId: string;
  /** The door that appended it; absent in files written before it was kept. */
  readonly door?: string | undefined;
  /** Microseconds on the log's clock, as are the other two. */
  readonly appliedAtUs: number;
  readonly decidedAtUs: number;
  readonly committedAtUs: number;
}

export interface DecidedEvent {
  /** UUID text. */
  readonly eventId: string;
  readonly hunt: string;
  readonly source: string;
  readonly type: LoggedType;
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
  /** What each rule of its type answered, a character each; undefined when none was asked. */
  readonly asked?: string | undefined;
  /** What the team was told beside (`ResultExtras`), JSON text; undefined mostly. */
  readonly extras?: string | undefined;
  /** The device that counted it; undefined of most events, and of what was archived long ago. */
  readonly device?: string | undefined;
  /** Of a repeat: the position of the first; -1 otherwise. */
  readonly firstPosition: number;
  readonly rung: DedupRung | undefined;
  /** First push of its result to a socket of its team or source, microseconds. */
  readonly pushedAtUs?: number | undefined;
  /** When its player's device said it had the result; undefined when it had not by then. */
  readonly acknowledgedAtUs?: number | undefined;
}

/** What folding an event again takes of it, wherever it was recorded, and its place in the log. */
export interface RecordedEvent
  extends Pick<
      DecidedEvent,
      'eventId' | 'hunt' | 'source' | 'type' | 'player' | 'team' | 'timeMs' | 'sentAtMs'
    >,
    Pick<
      DecidedEvent,
      'receivedAtUs' | 'data' | 'outcome' | 'verdict' | 'clue' | 'points' | 'version' | 'extras'
    >,
    Pick<DecidedEvent, 'device'> {
  readonly position: number;
  /** When its entry was appended, microseconds on the log's clock. */
  readonly appliedAtUs: number;
}
