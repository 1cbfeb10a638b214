/**
 * Drafts of hunts. Every change names the revision it was made on and is refused when somebody
 * else's came first, so that no designer overwrites another unseen.
 */

import type { Db } from '../createDb.js';
import type { HuntDraft } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';
import { codeOf } from '../prismaErrors.js';

export type StoredDraft = HuntDraft;

export interface NewDraft {
  readonly slug: string;
  readonly title: string;
  /** The file, YAML. */
  readonly source: string;
  /** The published version it begins as; 0 for a new hunt. */
  readonly baseVersion: number;
  /** E-mail of who made it. */
  readonly by: string;
  /** Whether they wrote it: who begins one as its version stands has written nothing. */
  readonly isWritten: boolean;
}

/** A change of one draft, made on `revision` of it. */
export interface DraftChange {
  readonly slug: string;
  readonly revision: number;
  readonly by: string;
  readonly set: {
    readonly title?: string;
    readonly source?: string;
    /** The published version it is from now on. */
    readonly baseVersion?: number;
    /** The published version it comes after from now on, though it is another text. */
    readonly follows?: number;
    readonly needsReview?: boolean;
  };
}

export interface DraftReviewNote {
  readonly slug: string;
  readonly revision: number;
  readonly by: string;
  readonly says: string;
}

export interface DraftStore {
  /** False when a draft of this slug exists, put away or not. */
  create(draft: NewDraft): Promise<boolean>;
  find(slug: string): Promise<StoredDraft | undefined>;
  /** Those that are not put away, or only those that are; newest change first, without sources. */
  list(isArchived: boolean): Promise<readonly Omit<StoredDraft, 'source'>[]>;
  /** The new revision; nothing when another change came first or there is no such draft. */
  change(change: DraftChange): Promise<number | undefined>;
  /** False when the draft is at another revision by now. */
  review(note: DraftReviewNote): Promise<boolean>;
  /** Puts a draft away or takes it out again. False when there is none. */
  archive(slug: string, isArchived: boolean): Promise<boolean>;
}

type ReviewedDraft = Pick<
  StoredDraft,
  'needsReview' | 'reviewedRevision' | 'revision' | 'baseRevision' | 'archivedAt'
>;

/** A review is of one revision; one without changes since it was published waits for nothing. */
export function waitsForReview(draft: ReviewedDraft): boolean {
  const { needsReview, reviewedRevision, revision, baseRevision, archivedAt } = draft;
  const isChanged = revision !== baseRevision && archivedAt === null;
  return needsReview && isChanged && reviewedRevision !== revision;
}

const UNIQUE_VIOLATION = 'P2002';

/** The drafts of one database. */
export function draftStore({ prisma }: Db): DraftStore {
  return {
    create: async ({ by, isWritten, ...draft }) => {
      try {
        const made = { createdBy: by, updatedBy: by, writers: isWritten ? [by] : [] };
        await prisma.huntDraft.create({ data: { ...draft, ...made } });
        return true;
      } catch (error) {
        if (codeOf(error) === UNIQUE_VIOLATION) return false;
        throw error;
      }
    },
    find: async (slug) => (await prisma.huntDraft.findUnique({ where: { slug } })) ?? undefined,
    list: (isArchived) =>
      prisma.huntDraft.findMany({
        where: { archivedAt: isArchived ? { not: null } : null },
        omit: { source: true },
        orderBy: { updatedAt: 'desc' },
        take: DB_LIMITS.drafts,
      }),
    change: async ({ slug, revision, by, set: { follows, ...set } }) => {
      const where = { slug, revision };
      const draft = await prisma.huntDraft.findFirst({ where, select: { writers: true } });
      if (!draft) return undefined;
      const next = revision + 1;
      const behind = follows === undefined ? {} : { baseVersion: follows };
      const { count } = await prisma.huntDraft.updateMany({
        where,
        data: {
          ...set,
          ...behind,
          ...followsFrom(set, { by, next, ...draft }),
          revision: next,
          updatedBy: by,
        },
      });
      return count === 1 ? next : undefined;
    },
    review: async ({ slug, revision, by, says }) => {
      const { count } = await prisma.huntDraft.updateMany({
        where: { slug, revision },
        data: { reviewedRevision: revision, reviewedBy: by, reviewSays: says },
      });
      return count === 1;
    },
    archive: async (slug, isArchived) => {
      const archivedAt = isArchived ? new Date() : null;
      const { count } = await prisma.huntDraft.updateMany({
        where: { slug },
        data: { archivedAt },
      });
      return count === 1;
    },
  };
}

interface Made {
  readonly by: string;
  readonly next: number;
  /** Until now. */
  readonly writers: readonly string[];
}

/** What else a change says of the draft: who has written of it, and who asks for a review. */
function followsFrom({ source, baseVersion, needsReview }: DraftChange['set'], made: Made) {
  const { by, next, writers } = made;
  return {
    ...(source === undefined ? {} : { writers: [...new Set([...writers, by])] }),
    ...(baseVersion === undefined ? {} : { writers: [], baseRevision: next }),
    ...(needsReview === undefined ? {} : { reviewAskedBy: needsReview ? by : null }),
  };
}
