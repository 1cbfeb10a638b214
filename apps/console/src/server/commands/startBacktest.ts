'use server';
/** Asks for a backtest: the batch process beside a worker takes it up within a second. */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { command } from '../command';
import { db, huntDirectory, logger } from '../connections';
import { contracts, core, database } from '../packages';

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

export const startBacktest = command({
  name: 'start-backtest',
  needs: 'design',
  input: Order,
  wrongInput: 'A hunt file and the hunt whose events it runs over are needed.',
  run: async ({ slug, scope, draft }, { viewer, note }): Promise<StartedBacktest> => {
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
    note({ subject: `hunt:${slug}`, after: { backtest: id, scope, draftHash } });
    return { isDone: true, says: 'Asked for: it begins as soon as nobody else’s runs.', run: id };
  },
});
