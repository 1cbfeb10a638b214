/** A draft as a file that tools fetch and put back. */
import type { StoredDraft } from '@trove/db';
import { db } from '../connections';
import { core, database } from '../packages';

export interface DraftFile {
  readonly source: string;
  /** 0 where there is no draft yet and this is the newest published version. */
  readonly revision: number;
  readonly baseVersion: number;
}

/** The draft, or else the newest version; undefined when there is neither. */
export async function readDraftFile(slug: string): Promise<DraftFile | undefined> {
  const draft = await database.draftStore(db()).find(slug);
  if (draft) return draft;
  const reads = database.huntReads(db());
  const newest = await reads.newestVersion(slug);
  const version = newest && (await reads.version(slug, newest.version));
  return version && { source: version.source, revision: 0, baseVersion: version.version };
}

/** The file of a published version; undefined when there is no such version. */
export async function readVersionFile(
  slug: string,
  number: number,
): Promise<DraftFile | undefined> {
  const version = await database.huntReads(db()).version(slug, number);
  return version && { source: version.source, revision: 0, baseVersion: number };
}

export interface PutDraft {
  readonly slug: string;
  readonly text: string;
  readonly by: string;
  /** The revision it was made on; without, whatever is there. */
  readonly revision?: number;
}

export type PutAnswer =
  | { readonly is: 'saved'; readonly revision: number; readonly before: string | undefined }
  | { readonly is: 'outdated'; readonly revision: number; readonly by: string }
  | { readonly is: 'refused'; readonly says: string };

/** Puts a file in the place of the draft, or begins one with it. */
export async function putDraftFile(put: PutDraft): Promise<PutAnswer> {
  const { slug, text, by, revision } = put;
  const says = refusalOfText(slug, text);
  if (says !== undefined) return { is: 'refused', says };
  const drafts = database.draftStore(db());
  const draft = await drafts.find(slug);
  if (!draft) return await beginDraft(put);
  if (revision !== undefined && revision !== draft.revision) return outdated(draft);
  if (draft.source === text) return { is: 'saved', revision: draft.revision, before: text };
  const title = titleOfFile(text) ?? draft.title;
  const set = { source: text, title };
  const next = await drafts.change({ slug, revision: draft.revision, by, set });
  if (next === undefined) return outdated((await drafts.find(slug)) ?? draft);
  return { is: 'saved', revision: next, before: draft.source };
}

async function beginDraft({ slug, text, by, revision }: PutDraft): Promise<PutAnswer> {
  const newest = await database.huntReads(db()).newestVersion(slug);
  const baseVersion = newest?.version ?? 0;
  const title = titleOfFile(text) ?? slug;
  const drafts = database.draftStore(db());
  const isNew = (revision ?? 0) === 0;
  const draft = { slug, title, source: text, baseVersion, by, isWritten: true };
  if (isNew && (await drafts.create(draft))) {
    return { is: 'saved', revision: 1, before: undefined };
  }
  const now = await drafts.find(slug);
  return now ? outdated(now) : { is: 'refused', says: `There is no draft of ${slug} any more.` };
}

function outdated({ revision, updatedBy }: StoredDraft): PutAnswer {
  return { is: 'outdated', revision, by: updatedBy };
}

/** Why a text can't stand in the place of this hunt's file; mistakes of a hunt are no reason. */
export function refusalOfText(slug: string, text: string): string | undefined {
  const value = core.valueOfHuntFile(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'This is no hunt file: nothing was saved.';
  }
  const named = (value as { slug?: unknown }).slug;
  if (named === slug) return undefined;
  return `The file names the hunt ${String(named)}; this one is ${slug}.`;
}

const TITLE_CHARS = 120;

/** The title the file gives the hunt, if it gives it one. */
export function titleOfFile(text: string): string | undefined {
  const value = core.valueOfHuntFile(text) as { title?: unknown } | undefined;
  return typeof value?.title === 'string' ? value.title.slice(0, TITLE_CHARS) : undefined;
}
