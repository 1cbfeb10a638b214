/** The card that tells what happened to one event, and why: for operators and players alike. */
import type { ResultExtras } from './results.js';
import type { Outcome, Verdict } from './vocabulary.js';

/** What a rule of the event's type answered when it was asked. */
export type RuleReply =
  | 'fired'
  /** Its condition was false. */
  | 'false'
  /** Its condition gave no value: a division by zero, or a field that was not there. */
  | 'fault'
  /** It had fired for the team as often as it may. */
  | 'team_limit'
  /** It is for the first N teams, and they were found. */
  | 'first_taken'
  | 'cool_down';

export interface ReceiptRule {
  readonly rule: string;
  readonly reply: RuleReply;
  /** In one sentence, without the condition's text. */
  readonly why: string;
  /** Of `false`: the first clause that was, counted from 1. Never told to players. */
  readonly clause?: number;
  /** Its text, while the version of the hunt is at hand. Never told to players. */
  readonly text?: string;
}

/** All in milliseconds since 1970, with fractions; Redis's clock where nothing else is said. */
export interface ReceiptStages {
  /** When it happened, by the sender's clock. */
  readonly createdAt: number;
  /** When its packet left, by the sender's clock; absent when the log no longer holds it. */
  readonly sentAt?: number;
  /** When it happened by the server's clock: what the sender's skew leaves of it. */
  readonly effectiveAt?: number;
  readonly receivedAt?: number;
  readonly appendedAt?: number;
  readonly decidedAt?: number;
  readonly committedAt: number;
  /** First push of its result to a socket of its team or of its source; absent without one. */
  readonly pushedAt?: number;
  /** When its player's device said it had the result; absent when it never said so. */
  readonly acknowledgedAt?: number;
}

/** Where its facts came from, and where the event stands. */
export interface ReceiptProvenance {
  /** `ledger`: only what scored is known, the event itself is kept nowhere any more. */
  readonly readFrom: 'redis' | 'archive' | 'ledger';
  readonly partition: number;
  readonly epoch: number;
  readonly position: number;
  /** Id of the log entry it came in. */
  readonly logId?: string;
  /** The door that took it in. */
  readonly door?: string;
  /** Who made the id. Of a team-mate's event a player is not told. */
  readonly source?: string;
}

/** What a score was, and which rank it has among the scores of the board as it stands now. */
export interface BoardEffect {
  /** When the board was looked at, ms on Redis's clock. */
  readonly readAt: number;
  readonly rankOfBefore: number;
  readonly rankOfAfter: number;
  /** Players do not see the board move now: they are not told these ranks either. */
  readonly isFrozen?: true;
}

export interface Receipt {
  readonly id: string;
  readonly hunt: string;
  readonly team: string;
  /** Of a team-mate's event a player is not told. */
  readonly player?: string;
  readonly type: string;
  /** What the event says; absent when nothing holds it any more, and as `player` is. */
  readonly data?: unknown;
  readonly outcome: Outcome;
  readonly verdict?: Verdict;
  /** Outcome and verdict in one sentence. */
  readonly why: string;
  readonly clue?: string;
  /** Version of the hunt's rules that judged it; absent when none did. */
  readonly version?: number;
  /** In the order of the file. */
  readonly rules: readonly ReceiptRule[];
  /** False when only those that fired are known. */
  readonly areRulesWhole: boolean;
  /** Points it moved. */
  readonly points: number;
  /** The team's points before and after it; absent when it was not judged. */
  readonly scoreBefore?: number;
  readonly scoreAfter?: number;
  /** Absent when it moved nothing, or the board is gone. */
  readonly board?: BoardEffect;
  readonly effects: ResultExtras;
  /** Of a repeat: the first event of its id, and the path of that one's receipt. */
  readonly first?: { readonly position: number; readonly href: string };
  readonly stages: ReceiptStages;
  /** False when pushes and acknowledgements of its time are no longer kept: absent is unknown. */
  readonly isDeliveryKnown: boolean;
  readonly provenance: ReceiptProvenance;
}

/** GET /v1/events/{id}/receipt */
export interface ReceiptReply {
  readonly receipt: Receipt;
  readonly serverTime: string;
}
