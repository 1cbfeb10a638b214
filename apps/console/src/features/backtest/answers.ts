/** What the backtest routes answer. */
import type { BacktestRun } from '@trove/contracts';

export interface BacktestsAnswer {
  /** The newest first, without their results. */
  readonly runs: readonly BacktestRun[];
}

export interface BacktestAnswer {
  readonly run: BacktestRun;
}
