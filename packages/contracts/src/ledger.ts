/** What the ledger keeps of a decided event, and the stretches it arrives in. */
import type { Outcome, TeamStatus, Verdict } from './vocabulary.js';

/** One decided event at its place in a partition's log. */
export interface LedgerEntry {
  readonly partition: number;
  readonly epoch: number;
  readonly position: number;
  readonly eventId: string;
  readonly hunt: string;
  readonly team: string;
  readonly player: string;
  readonly type: string;
  readonly outcome: Outcome;
  readonly verdict?: Verdict | undefined;
  readonly clue?: string | undefined;
  /** Points this event moved. */
  readonly points: number;
  /** The team's points after it; absent when it moved none. */
  readonly score?: number | undefined;
  /** Version of the hunt's rules that judged it; absent or 0 when none did. */
  readonly version?: number | undefined;
  /** Rules that fired, by id. */
  readonly rules: readonly string[];
  /** What the team was told of a correction or a change of its status. */
  readonly reason?: string | undefined;
  /** What an operator made of the team by it. */
  readonly teamStatus?: TeamStatus | undefined;
  /** The team is one of playtesters, which stands on no board. */
  readonly isPlaytest?: boolean | undefined;
  /** When it happened by the sender's clock. */
  readonly occurredAt: Date;
  /** When its effects were committed, on Redis's clock. */
  readonly committedAt: Date;
}

/** What one commit of a partition put out: everything between two places of its `out` stream. */
export interface LedgerChunk {
  /** Id of the entry in the partition's `out` stream. */
  readonly id: string;
  readonly epoch: number;
  /** Position of the first event the commit decided, whether or not it is among `entries`. */
  readonly firstPosition: number;
  /**
   * Those of its events that moved points, solved a clue or changed a team's status, in log order;
   * may be none.
   */
  readonly entries: readonly LedgerEntry[];
  /** Versions of hunts that came into force in it. */
  readonly publications: readonly LedgerPublication[];
}

/** A publication as the log holds it, whichever way it was announced. */
export interface LedgerPublication {
  readonly eventId: string;
  readonly hunt: string;
  readonly version: number;
  readonly committedAt: Date;
}
