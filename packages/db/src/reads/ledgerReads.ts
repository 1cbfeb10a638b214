/** What screens and checks ask of the ledger. */
import type { LedgerEntry, Outcome, TeamStatus, Verdict } from '@trove/contracts';
import type { Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';

/** A stored row; `isVoid` when a later epoch of the partition took its place. */
export type LedgerRow = LedgerEntry & { readonly isVoid: boolean };

export interface TeamTotal {
  readonly team: string;
  readonly points: number;
  readonly entries: number;
}

/** What the ledger says of a suspected event. */
export interface SuspectedRow {
  readonly position: number;
  readonly eventId: string;
  readonly clue: string | undefined;
  readonly points: number;
  readonly occurredAt: Date;
}

export interface SuspectedQuery {
  readonly hunt: string;
  readonly team: string;
  /** The first position that is not looked at; those below it are, the highest first. */
  readonly before: number;
  /** At most a page. */
  readonly limit: number;
}

export interface LedgerReads {
  /** Every row of one event id, in log order. More than one that is not void is a fault. */
  ofEvent(eventId: string): Promise<LedgerRow[]>;
  /** Suspected events of a team that moved points, the newest first, void rows left out. */
  suspected(query: SuspectedQuery): Promise<SuspectedRow[]>;
  /** Points of each team of a hunt, highest first, void rows left out. */
  totals(hunt: string): Promise<TeamTotal[]>;
  /**
   * Points by clue, up to a position of the hunt's partition, void rows left out; what belongs to
   * no clue stands under the empty text.
   */
  byClue(hunt: string, upTo: LedgerPlace): Promise<ReadonlyMap<string, number>>;
}

export interface LedgerPlace {
  readonly partition: number;
  /** The first position that does not count. */
  readonly before: number;
}

const SQL = {
  ofEvent: loadSql('ledgerOfEvent'),
  suspected: loadSql('ledgerSuspected'),
  totals: loadSql('ledgerTotals'),
  byClue: loadSql('ledgerByClue'),
};
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads of the ledger; each rejects as any query does when PostgreSQL is away. */
export function ledgerReads({ pool }: Db): LedgerReads {
  return {
    ofEvent: async (eventId) => {
      if (!UUID.test(eventId)) return [];
      const { rows } = await pool.query<StoredRow>(SQL.ofEvent, [eventId, DB_LIMITS.rowsOfEvent]);
      return rows.map(toLedgerRow);
    },
    suspected: async ({ hunt, team, before, limit }) => {
      const values = [hunt, team, before, Math.min(limit, DB_LIMITS.page)];
      const { rows } = await pool.query<StoredSuspect>(SQL.suspected, values);
      return rows.map(({ position, event_id: eventId, clue, points, occurred_at: occurredAt }) => {
        return { position: Number(position), eventId, clue: clue ?? undefined, points, occurredAt };
      });
    },
    totals: async (hunt) => {
      const { rows } = await pool.query<{ team: string; points: string; entries: string }>(
        SQL.totals,
        [hunt, DB_LIMITS.totals],
      );
      return rows.map(({ team, points, entries }) => ({
        team,
        points: Number(points),
        entries: Number(entries),
      }));
    },
    byClue: async (hunt, { partition, before }) => {
      const values = [hunt, partition, before];
      const { rows } = await pool.query<{ clue: string; points: string }>(SQL.byClue, values);
      return new Map(rows.map(({ clue, points }) => [clue, Number(points)]));
    },
  };
}

/** As pg hands it over: 64-bit numbers come as text. */
interface StoredRow {
  readonly partition: number;
  readonly epoch: string;
  readonly position: string;
  readonly event_id: string;
  readonly hunt: string;
  readonly team: string;
  readonly player: string;
  readonly type: string;
  readonly outcome: Outcome;
  readonly verdict: Verdict | null;
  readonly clue: string | null;
  readonly points: number;
  readonly score: string | null;
  readonly version: number | null;
  readonly rules: string[];
  readonly occurred_at: Date;
  readonly committed_at: Date;
  readonly reason: string | null;
  readonly team_status: TeamStatus | null;
  readonly is_void: boolean;
}

type StoredSuspect = Pick<StoredRow, 'position' | 'event_id' | 'clue' | 'points' | 'occurred_at'>;

function toLedgerRow(row: StoredRow): LedgerRow {
  return {
    partition: row.partition,
    epoch: Number(row.epoch),
    position: Number(row.position),
    eventId: row.event_id,
    hunt: row.hunt,
    team: row.team,
    player: row.player,
    type: row.type,
    outcome: row.outcome,
    verdict: row.verdict ?? undefined,
    clue: row.clue ?? undefined,
    points: row.points,
    score: row.score === null ? undefined : Number(row.score),
    version: row.version ?? undefined,
    rules: row.rules,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.team_status === null ? {} : { teamStatus: row.team_status }),
    occurredAt: row.occurred_at,
    committedAt: row.committed_at,
    isVoid: row.is_void,
  };
}
