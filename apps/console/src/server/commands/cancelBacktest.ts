'use server';
/** Cancels a backtest that waits or runs; there is nothing to undo. */
import { z } from 'zod';
import { db, logger } from '../connections';
import { database } from '../packages';
import { requireViewer } from '../viewer';

export interface CancelledBacktest {
  readonly isDone: boolean;
  readonly says: string;
}

export async function cancelBacktest(id: string): Promise<CancelledBacktest> {
  const viewer = await requireViewer();
  const run = z.uuid().safeParse(id);
  if (!run.success) return { isDone: false, says: 'There is no such backtest.' };
  const end = { state: 'cancelled', says: `by ${viewer.email}` } as const;
  const isDone = await database.backtestStore(db()).end(run.data, end);
  if (!isDone) return { isDone, says: 'The backtest has ended already.' };
  logger().info({ run: run.data, by: viewer.id }, 'a backtest is cancelled');
  return { isDone, says: 'Cancelled.' };
}
