/** Backtests as the screen shows them. */
import type { BacktestAnswer, BacktestsAnswer } from '../../features/backtest/answers';
import { db } from '../connections';
import { contracts, database } from '../packages';

/** Undefined when no hunt can have this name. */
export async function readBacktests(slug: string): Promise<BacktestsAnswer | undefined> {
  if (!contracts.HuntSlug.safeParse(slug).success) return undefined;
  return { runs: await database.backtestReads(db()).ofHunt(slug) };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Undefined when there is no such run. */
export async function readBacktest(id: string): Promise<BacktestAnswer | undefined> {
  if (!UUID.test(id)) return undefined;
  const run = await database.backtestReads(db()).get(id);
  return run && { run };
}
