'use server';
/** Cancels a backtest that waits or runs; there is nothing to undo. */
import { z } from 'zod';
import { command } from '../command';
import { db, logger } from '../connections';
import { database } from '../packages';

export interface CancelledBacktest {
  readonly isDone: boolean;
  readonly says: string;
}

export const cancelBacktest = command({
  name: 'cancel-backtest',
  needs: 'design',
  input: z.uuid(),
  wrongInput: 'There is no such backtest.',
  run: async (run, { viewer, note }): Promise<CancelledBacktest> => {
    const end = { state: 'cancelled', says: `by ${viewer.email}` } as const;
    const isDone = await database.backtestStore(db()).end(run, end);
    if (!isDone) return { isDone, says: 'The backtest has ended already.' };
    logger().info({ run, by: viewer.id }, 'a backtest is cancelled');
    note({ subject: `backtest:${run}`, after: { state: 'cancelled' } });
    return { isDone, says: 'Cancelled.' };
  },
});
