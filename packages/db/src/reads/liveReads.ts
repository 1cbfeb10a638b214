/**
 * Reads of a hunt while it is operated: its board at any instant, who was first by which clock,
 * and when teams moved. All of it follows from the ledger, which may be a moment behind the log.
 */
import type { TeamStatus } from '@trove/contracts';
import type { Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';

export interface BoardAtRow {
  readonly rank: number;
  readonly team: string;
  readonly score: number;
  readonly status: Exclude<TeamStatus, 'banned'>;
}

export interface BoardAt {
  /** Teams that had moved by then and were not banned; `rows` may be cut. */
  readonly teams: number;
  readonly rows: readonly BoardAtRow[];
}

/** One solve of a photo finish. Places count from 1, among the solves of one answer. */
export interface Finish {
  readonly team: string;
  readonly clue: string;
  readonly points: number;
  readonly eventId: string;
  /** By the time its device gave, and as Redis committed it; ms. */
  readonly occurredMs: number;
  readonly committedMs: number;
  /** Its place in the order of the log, which counts, and by the devices' times. */
  readonly arrived: number;
  readonly happened: number;
}

export interface TeamSolve {
  readonly team: string;
  readonly clue: string;
  readonly points: number;
  readonly committedMs: number;
}

export interface Correction {
  readonly team: string;
  readonly type: string;
  readonly points: number;
  readonly reason: string;
  readonly teamStatus?: TeamStatus;
  readonly eventId: string;
  readonly committedMs: number;
}

export interface LiveReads {
  /** `atMs`: everything committed until then; undefined is now. At most 10,000 rows. */
  boardAt(hunt: string, query: { atMs?: number; limit: number }): Promise<BoardAt>;
  /** First and last movement, ms; undefined before the first. */
  span(hunt: string): Promise<{ fromMs: number; toMs: number; entries: number } | undefined>;
  /** `clue` absent: the first solves of any. */
  photoFinish(hunt: string, query: { clue?: string; limit: number }): Promise<Finish[]>;
  solvesOf(hunt: string, teams: readonly string[]): Promise<TeamSolve[]>;
  /** When each team last solved something, ms. */
  lastSolves(hunt: string): Promise<ReadonlyMap<string, number>>;
  /** The newest first; of one team where it is named. */
  corrections(hunt: string, team?: string): Promise<Correction[]>;
  /**
   * How often each rule has fired since a moment, with what moved points or solved a clue: of what
   * fires otherwise the ledger knows nothing.
   */
  rulesFired(hunt: string, sinceMs: number): Promise<ReadonlyMap<string, number>>;
}

const SQL = {
  boardAt: loadSql('boardAt'),
  span: loadSql('ledgerSpan'),
  photoFinish: loadSql('photoFinish'),
  solvesOfTeams: loadSql('solvesOfTeams'),
  lastSolves: loadSql('lastSolves'),
  corrections: loadSql('corrections'),
  rulesFired: loadSql('rulesFired'),
};

export function liveReads({ pool }: Db): LiveReads {
  return {
    async rulesFired(hunt, sinceMs) {
      const values = [hunt, sinceMs, DB_LIMITS.firedRows];
      const { rows } = await pool.query<{ rule: string; fired: number }>(SQL.rulesFired, values);
      return new Map(rows.map(({ rule, fired }) => [rule, fired]));
    },
    async boardAt(hunt, { atMs, limit }) {
      const bound = Math.min(limit, DB_LIMITS.boardRows);
      const { rows } = await pool.query<BoardRow>(SQL.boardAt, [hunt, atMs ?? null, bound]);
      return {
        teams: rows[0]?.teams ?? 0,
        rows: rows.map(({ teams: _, score, ...row }) => ({ ...row, score: Number(score) })),
      };
    },
    async span(hunt) {
      const { rows } = await pool.query<SpanRow>(SQL.span, [hunt]);
      const [row] = rows;
      if (row === undefined || row.from_ms === null || row.to_ms === null) return undefined;
      return { fromMs: row.from_ms, toMs: row.to_ms, entries: row.entries };
    },
    async photoFinish(hunt, { clue = '', limit }) {
      const bound = Math.min(limit, DB_LIMITS.page);
      const { rows } = await pool.query<FinishRow>(SQL.photoFinish, [hunt, clue, bound]);
      return rows.map(toFinish);
    },
    async solvesOf(hunt, teams) {
      const values = [hunt, teams, DB_LIMITS.solves];
      const { rows } = await pool.query<SolveRow>(SQL.solvesOfTeams, values);
      return rows.map(({ committed_ms: committedMs, ...row }) => ({ ...row, committedMs }));
    },
    async lastSolves(hunt) {
      const { rows } = await pool.query<{ team: string; solved_ms: number }>(SQL.lastSolves, [
        hunt,
        DB_LIMITS.totals,
      ]);
      return new Map(rows.map(({ team, solved_ms: ms }) => [team, ms]));
    },
    async corrections(hunt, team = '') {
      const values = [hunt, team, DB_LIMITS.page];
      const { rows } = await pool.query<CorrectionRow>(SQL.corrections, values);
      return rows.map(toCorrection);
    },
  };
}

type BoardRow = Omit<BoardAtRow, 'score'> & { readonly score: string; readonly teams: number };

interface SpanRow {
  readonly from_ms: number | null;
  readonly to_ms: number | null;
  readonly entries: number;
}

type SolveRow = Omit<TeamSolve, 'committedMs'> & { readonly committed_ms: number };

interface FinishRow extends Pick<Finish, 'team' | 'clue' | 'points' | 'arrived' | 'happened'> {
  readonly event_id: string;
  readonly occurred_ms: number;
  readonly committed_ms: number;
}

function toFinish(row: FinishRow): Finish {
  const { team, clue, points, arrived, happened } = row;
  return {
    ...{ team, clue, points, arrived, happened },
    eventId: row.event_id,
    occurredMs: row.occurred_ms,
    committedMs: row.committed_ms,
  };
}

interface CorrectionRow extends Pick<Correction, 'team' | 'type' | 'points' | 'reason'> {
  readonly team_status: TeamStatus | null;
  readonly event_id: string;
  readonly committed_ms: number;
}

function toCorrection(row: CorrectionRow): Correction {
  const { team, type, points, reason } = row;
  return {
    ...{ team, type, points, reason },
    ...(row.team_status === null ? {} : { teamStatus: row.team_status }),
    eventId: row.event_id,
    committedMs: row.committed_ms,
  };
}
