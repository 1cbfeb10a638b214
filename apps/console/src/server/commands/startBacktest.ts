'use server';
/** Asks for a backtest: the batch process beside a worker takes it up within a second. */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, huntDirectory, logger } from '../connections';
import { contracts, core, database } from '../packages';
import { requireViewer } from '../viewer';

const { HUNT_LIMITS } = contracts;

const Order = z.object({
  slug: contracts.HuntSlug,
  scope: contracts.BacktestScope,
  /** YAML text. */
  draft: z.string().min(1).max(HUNT_LIMITS.fileBytes),
});

export interface StartedBacktest {
  readonly isDone: boolean;
  readonly says: string;
  /** The run, when it was asked for. */
  readonly run?: string;
}

export async function startBacktest(input: z.input<typeof Order>): Promise<StartedBacktest> {
  const viewer = await requireViewer();
  const order = Order.safeParse(input);
  if (!order.success) return { isDone: false, says: z.prettifyError(order.error) };
  const { slug, scope, draft } = order.data;
  const reading = core.parseHuntFile(draft);
  if (!reading.ok) {
    const [mistake] = reading.mistakes;
    return { isDone: false, says: `Line ${mistake?.line} of the draft: ${mistake?.message}` };
  }
  if (!(await huntDirectory().get(scope.events))) {
    return { isDone: false, says: `No hunt named ${scope.events} is published.` };
  }
  const id = randomUUID();
  const draftHash = createHash('sha256').update(draft).digest('hex');
  const run = { id, hunt: slug, by: viewer.email, scope, draft, draftHash };
  const isAsked = await database.backtestStore(db()).ask(run);
  if (!isAsked) return { isDone: false, says: 'Too many backtests wait already.' };
  logger().info({ run: id, slug, scope, by: viewer.id }, 'a backtest is asked for');
  return { isDone: true, says: 'Asked for: it begins as soon as nobody else’s runs.', run: id };
}
