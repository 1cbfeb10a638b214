/**
 * Backtests from being asked for to their end. One is at work at a time in the whole installation:
 * whoever begins one holds it for a while and says so again and again; one that nobody holds any
 * more is begun anew, because a backtest leaves nothing half done.
 */
import {
  BACKTEST_LIMITS,
  type BacktestResult,
  BacktestScope,
  type BacktestState,
} from '@trove/contracts';
import type { Db } from '../createDb.js';
import { inTransaction } from '../inTransaction.js';
import { loadSql } from '../loadSql.js';

export interface NewBacktest {
  readonly id: string;
  readonly hunt: string;
  readonly by: string;
  readonly scope: BacktestScope;
  /** YAML text, and its SHA-256 in hex. */
  readonly draft: string;
  readonly draftHash: string;
}

export interface ClaimedBacktest {
  readonly hunt: string;
  readonly scope: BacktestScope;
  readonly draft: string;
  /** How often it was begun, this time included; what was given back does not count. */
  readonly tries: number;
}

export interface BacktestProgress {
  readonly done: number;
  readonly total: number;
}

export interface BacktestEnd {
  readonly state: Extract<BacktestState, 'done' | 'failed' | 'cancelled'>;
  readonly says?: string;
  readonly result?: BacktestResult;
  /** Only while this holder is at it; absent: whoever is. */
  readonly holder?: string;
}

export interface BacktestStore {
  /** False when too many wait; the oldest ended runs of the hunt are forgotten. */
  ask(run: NewBacktest): Promise<boolean>;
  /** Undefined when it has ended, or somebody is at it or at another. */
  claim(id: string, holder: string, forMs: number): Promise<ClaimedBacktest | undefined>;
  /** False when the run has ended meanwhile: it was cancelled, or is another's. */
  beat(id: string, held: { holder: string; forMs: number } & BacktestProgress): Promise<boolean>;
  giveBack(id: string, holder: string): Promise<void>;
  /** False when it had ended before. */
  end(id: string, end: BacktestEnd): Promise<boolean>;
}

const SQL = {
  lock: loadSql('lockBacktests'),
  insert: loadSql('insertBacktest'),
  tidy: loadSql('tidyBacktests'),
  claim: loadSql('claimBacktest'),
  beat: loadSql('beatBacktest'),
  giveBack: loadSql('giveBackBacktest'),
  end: loadSql('endBacktest'),
};

export function backtestStore({ pool }: Db): BacktestStore {
  return {
    ask: (run) =>
      inTransaction(pool, async (client) => {
        const { id, hunt, by, scope, draft, draftHash } = run;
        await client.query(SQL.lock);
        const most = BACKTEST_LIMITS.waitingRuns;
        const values = [id, hunt, by, JSON.stringify(scope), draft, draftHash, most];
        const { rowCount } = await client.query(SQL.insert, values);
        await client.query(SQL.tidy, [hunt, BACKTEST_LIMITS.keptRuns]);
        return rowCount === 1;
      }),
    claim: (id, holder, forMs) =>
      inTransaction(pool, async (client) => {
        await client.query(SQL.lock);
        const { rows } = await client.query<ClaimedBacktest>(SQL.claim, [id, holder, forMs]);
        const [row] = rows;
        return row && { ...row, scope: BacktestScope.parse(row.scope) };
      }),
    async beat(id, { holder, forMs, done, total }) {
      const { rowCount } = await pool.query(SQL.beat, [id, holder, forMs, done, total]);
      return rowCount === 1;
    },
    giveBack: async (id, holder) => void (await pool.query(SQL.giveBack, [id, holder])),
    async end(id, { state, says, result, holder }) {
      const text = result === undefined ? null : JSON.stringify(result);
      const values = [id, state, says ?? null, text, holder ?? null];
      return (await pool.query(SQL.end, values)).rowCount === 1;
    },
  };
}
