'use server';
/** Makes a draft the next version of its hunt, or an older version the newest again. */
import type { Mistake, PublishReply } from '@trove/contracts';
import type { StoredDraft } from '@trove/db';
import type { PublishOutcome } from '@trove/publishing';
import { z } from 'zod';
import { command } from '../command';
import { db, logger } from '../connections';
import { GONE, refusalOf } from '../drafts/publishable';
import { contracts, database, publishing } from '../packages';
import { publishDeps } from '../publishing';

const Version = z.number().int().min(0);
const Publish = z.object({
  slug: contracts.HuntSlug,
  revision: z.number().int().min(1),
  /** The newest version as the designer saw it. */
  expects: Version,
});
const RollBack = z.object({ slug: contracts.HuntSlug, version: Version.min(1), expects: Version });

export type PublishAnswer =
  | { readonly isDone: true; readonly says: string; readonly version: number }
  | {
      readonly isDone: false;
      readonly says: string;
      readonly mistakes?: readonly Mistake[];
      /** The newest version by now, where somebody else has published meanwhile. */
      readonly newest?: number;
    };

export const publishDraft = command({
  name: 'publish-draft',
  needs: 'design',
  input: Publish,
  wrongInput: 'There is no such draft.',
  run: async ({ slug, revision, expects }, { viewer, note }): Promise<PublishAnswer> => {
    const draft = await database.draftStore(db()).find(slug);
    const refused = refusalOf(draft, revision);
    if (refused || !draft) return refused ?? GONE;
    const by = viewer.email;
    const publish = { slug, text: draft.source, by, expects };
    const outcome = await publishing.publishHunt(await publishDeps(), publish);
    if (outcome.is === 'published') {
      await rebase(draft, { baseVersion: outcome.reply.version, by });
      const { version, hash } = outcome.reply;
      logger().info({ slug, version, by: viewer.id }, 'a draft is published');
      note({ subject: `hunt:${slug}`, before: { version: expects }, after: { version, hash } });
    }
    return answerOf(outcome);
  },
});

/**
 * An older version becomes the next one: nothing that was published is taken out of the list, and
 * the draft stays as it was.
 */
export const rollBack = command({
  name: 'roll-back',
  needs: 'design',
  input: RollBack,
  wrongInput: 'There is no such version.',
  run: async ({ slug, version, expects }, { viewer, note }): Promise<PublishAnswer> => {
    const old = await database.huntReads(db()).version(slug, version);
    if (!old) return { isDone: false, says: `${slug} has no version ${version}.` };
    const publish = { slug, text: old.source, by: viewer.email, expects };
    const outcome = await publishing.publishHunt(await publishDeps(), publish);
    if (outcome.is === 'published') {
      const after = { version: outcome.reply.version, as: version };
      logger().info({ slug, ...after, by: viewer.id }, 'a hunt is rolled back');
      note({ subject: `hunt:${slug}`, before: { version: expects }, after });
    }
    return answerOf(outcome);
  },
});

/**
 * The draft goes on from the version it has become; one that was changed meanwhile says so itself.
 */
async function rebase(
  { slug, revision }: StoredDraft,
  { baseVersion, by }: { readonly baseVersion: number; readonly by: string },
): Promise<void> {
  await database.draftStore(db()).change({ slug, revision, by, set: { baseVersion } });
}

function answerOf(outcome: PublishOutcome): PublishAnswer {
  switch (outcome.is) {
    case 'published':
      return { isDone: true, says: wordsOf(outcome.reply), version: outcome.reply.version };
    case 'outdated': {
      const { version, by } = outcome;
      const says = `${by} has published version ${version} meanwhile. Look at what differs first.`;
      return { isDone: false, says, newest: version };
    }
    case 'busy':
      return { isDone: false, says: 'Other hunts are being published. Try again.' };
    case 'misplaced':
      return { isDone: false, says: `It can’t be published: ${outcome.says}.` };
    case 'mistaken': {
      const { mistakes } = outcome;
      return { isDone: false, says: 'It can’t be published as it is.', mistakes };
    }
  }
}

function wordsOf({ version, published, scope }: PublishReply): string {
  if (!published) return `Version ${version} is live and the same: nothing was published.`;
  return `Version ${version} is live, judged from one ${scope} at a time.`;
}
