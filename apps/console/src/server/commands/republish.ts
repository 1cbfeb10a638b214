'use server';
/**
 * Publishes a draft so that it counts for what was played as well: what that moves is foretold
 * first, and nobody publishes so without having been told.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { BacktestRun, Mistake } from '@trove/contracts';
import type { StoredDraft } from '@trove/db';
import { z } from 'zod';
import { command } from '../command';
import { db, huntDirectory, logger } from '../connections';
import { GONE, refusalOf } from '../drafts/publishable';
import { contracts, database, publishing } from '../packages';

const Foretell = z.object({ slug: contracts.HuntSlug, revision: z.number().int().min(1) });
const Republish = Foretell.extend({
  /** The newest version as the designer saw it. */
  expects: z.number().int().min(1),
  /** The backtest that has foretold it. */
  foretold: z.uuid(),
});

export interface ForetoldAnswer {
  readonly isDone: boolean;
  readonly says: string;
  /** The backtest that foretells it, when it was asked for. */
  readonly run?: string;
}

export interface RepublishAnswer {
  readonly isDone: boolean;
  readonly says: string;
  readonly mistakes?: readonly Mistake[];
}

export const foretellRepublication = command({
  name: 'foretell-republication',
  needs: 'design',
  input: Foretell,
  wrongInput: 'There is no such draft.',
  run: async ({ slug, revision }, { viewer, note }): Promise<ForetoldAnswer> => {
    const draft = await database.draftStore(db()).find(slug);
    const refused = refusalOf(draft, revision);
    if (refused || !draft) return refused ?? GONE;
    if (!(await huntDirectory().get(slug))) return { isDone: false, says: 'Nobody plays it yet.' };
    const id = randomUUID();
    const draftHash = hashOf(draft);
    const isAsked = await database.backtestStore(db()).ask({
      ...{ id, hunt: slug, by: viewer.email, draft: draft.source, draftHash },
      scope: { events: slug, retroactive: true },
    });
    if (!isAsked) return { isDone: false, says: 'Too many backtests wait already.' };
    note({ subject: `hunt:${slug}`, after: { backtest: id, retroactive: true, draftHash } });
    return { isDone: true, says: 'Asked for.', run: id };
  },
});

export const republishDraft = command({
  name: 'republish-draft',
  needs: 'design',
  input: Republish,
  wrongInput: 'There is no such draft, or nothing was foretold of it.',
  run: async (asked, { viewer, note }): Promise<RepublishAnswer> => {
    const { slug, revision, expects } = asked;
    const draft = await database.draftStore(db()).find(slug);
    const refused = refusalOf(draft, revision);
    if (refused || !draft) return refused ?? GONE;
    const told = await database.backtestReads(db()).get(asked.foretold);
    const untold = untoldOf(draft, told);
    if (untold !== undefined) return { isDone: false, says: untold };
    const { source } = draft;
    const checked = publishing.checkPublication({ slug, text: source });
    if (!checked.ok) {
      const says = 'It can’t be published as it is.';
      return { isDone: false, says, mistakes: checked.mistakes };
    }
    const id = randomUUID();
    const run = { id, hunt: slug, by: viewer.email, draft: source, baseVersion: expects };
    if (!(await database.republicationStore(db()).ask(run))) {
      return { isDone: false, says: 'Another version is being put in place of what was played.' };
    }
    logger().info({ run: id, slug, by: viewer.id }, 'a retroactive publication is asked for');
    const after = { version: expects + 1, retroactive: id };
    note({ subject: `hunt:${slug}`, before: { version: expects }, after });
    return { isDone: true, says: 'What was played is being recomputed. Play goes on meanwhile.' };
  },
});

export const cancelRepublication = command({
  name: 'cancel-republication',
  needs: 'design',
  input: z.uuid(),
  wrongInput: 'There is no such publication.',
  run: async (run, { viewer, note }): Promise<RepublishAnswer> => {
    const hunt = await database.republicationReads(db()).huntOf(run);
    const end = { state: 'cancelled', says: `by ${viewer.email}` } as const;
    const isDone = await database.republicationStore(db()).end(run, end);
    if (!isDone) return { isDone, says: 'It is too late: it is being put in place, or has ended.' };
    logger().info({ run, by: viewer.id }, 'a retroactive publication is cancelled');
    note({ subject: `hunt:${hunt}`, after: { retroactive: run, state: 'cancelled' } });
    return { isDone, says: 'Cancelled: nothing has changed.' };
  },
});

function hashOf({ source }: Pick<StoredDraft, 'source'>): string {
  return createHash('sha256').update(source).digest('hex');
}

/** Why what was foretold does not speak for this draft; undefined when it does. */
function untoldOf(draft: StoredDraft, told: BacktestRun | undefined): string | undefined {
  const isOfDraft = told?.scope.events === draft.slug && told.draftHash === hashOf(draft);
  if (told?.result === undefined || told.scope.retroactive !== true || !isOfDraft) {
    return 'Look first at what it would move: the draft is not what was foretold.';
  }
  const { isWhole, lost } = told.result;
  if (isWhole && lost === 0) return undefined;
  return 'Some of what was played is not kept any more, so it can’t be recomputed.';
}
