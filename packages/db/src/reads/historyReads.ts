/** What charts of the past ask: rows of a span, its incidents' events and marks, how far it is. */
import {
  ALL_HUNTS,
  type CoveredByHunt,
  type HistorySpan,
  piecesOf,
  type Range,
  ROLLUP_LEVELS,
  type Rollup,
  sumCovered,
  type UnmetBucket,
} from '@trove/core/projection';
import type pg from 'pg';
import type { Db } from '../createDb.js';
import {
  type HistoryMark,
  pieceColumns,
  type StoredRollup,
  type StoredUnmet,
  toRollup,
  toUnmet,
} from '../historyRows.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';

export interface HistoryReads {
  /**
   * Rows of the span's level without details, oldest first: those of all hunts, or those of one
   * hunt and, without their figures, those of all, which say who told of a time.
   */
  rollups(span: HistorySpan, hunt?: string): Promise<Rollup[]>;
  /** By hunt, which clues were suggested in a span and how often each; of all hunts or of one. */
  covered(span: HistorySpan, hunt?: string): Promise<CoveredByHunt>;
  /**
   * Events of a range that did not meet an expectation, of all hunts or of one, by stretches of
   * `widthMs`, which is the width of a level; oldest first, stretches without any left out.
   */
  unmet(range: Range & { readonly widthMs: number }, hunt?: string): Promise<UnmetBucket[]>;
  /** The newest marks of a range, newest first. */
  marks(range: Range, hunt?: string): Promise<HistoryMark[]>;
  /**
   * Up to when history is written and settled, looked at `nowMs`; undefined while there is none.
   * Rows of a clock that was ahead do not count.
   */
  knownToMs(nowMs: number): Promise<number | undefined>;
}

const SQL = {
  rollups: loadSql('rollupsBetween'),
  witnesses: loadSql('witnessesBetween'),
  covered: loadSql('coveredBetween'),
  unmet: loadSql('unmetBetween'),
  marks: loadSql('marksBetween'),
  newest: loadSql('newestRollup'),
};

/** Reads of history; each rejects as any query does when PostgreSQL is away. */
export function historyReads({ pool }: Db): HistoryReads {
  return {
    rollups: (span, hunt = ALL_HUNTS) => readRollups(pool, span, hunt),
    covered: async (span, hunt = ALL_HUNTS) => {
      const of = [...pieceColumns(piecesOf(span)), hunt];
      const { rows } = await pool.query<Pick<StoredRollup, 'covered'>>(SQL.covered, of);
      return sumCovered(rows.map(({ covered }) => covered));
    },
    unmet: async ({ fromMs, toMs, widthMs }, hunt = ALL_HUNTS) => {
      const of = [widthMs / 1_000, hunt, fromMs, toMs];
      const { rows } = await pool.query<StoredUnmet>(SQL.unmet, of);
      return rows.map((row) => toUnmet(row, hunt));
    },
    marks: (range, hunt = ALL_HUNTS) => readMarks(pool, range, hunt),
    knownToMs: async (nowMs) => {
      const widthS = (ROLLUP_LEVELS[0]?.widthMs ?? 0) / 1_000;
      const { rows } = await pool.query<{ to_ms: number | null }>(SQL.newest, [
        widthS,
        nowMs - DB_LIMITS.settleMs,
      ]);
      return rows[0]?.to_ms ?? undefined;
    },
  };
}

async function readRollups(pool: pg.Pool, span: HistorySpan, hunt: string): Promise<Rollup[]> {
  const widthS = span.levelMs / 1_000;
  const range = [span.fromMs, span.toMs, DB_LIMITS.rollupRows];
  const [own, witnesses] = await Promise.all([
    pool.query<StoredRollup>(SQL.rollups, [widthS, hunt, ...range]),
    hunt === ALL_HUNTS ? undefined : pool.query<StoredRollup>(SQL.witnesses, [widthS, ...range]),
  ]);
  return [...own.rows, ...(witnesses?.rows ?? [])].map(toRollup);
}

async function readMarks(pool: pg.Pool, range: Range, hunt: string): Promise<HistoryMark[]> {
  const { rows } = await pool.query<Omit<HistoryMark, 'atMs'> & { readonly at_ms: number }>(
    SQL.marks,
    [range.fromMs, range.toMs, hunt, DB_LIMITS.marks],
  );
  return rows.map(({ at_ms: atMs, ...mark }) => ({ ...mark, atMs }));
}
