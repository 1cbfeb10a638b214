/** Published hunts and drafts as one list: a hunt is one row, whichever of the two there is. */
import type { ListedDraft, ListedHunt } from './answers';

export interface HuntRow {
  readonly slug: string;
  readonly title: string;
  readonly live?: ListedHunt;
  readonly draft?: ListedDraft;
}

export interface RowFilter {
  readonly text: string;
  /** Shows what was put away instead of what is worked on. */
  readonly isArchived: boolean;
}

/** Those that are played come first, then drafts by their last change. */
export function huntRows(
  hunts: readonly ListedHunt[],
  drafts: readonly ListedDraft[],
): readonly HuntRow[] {
  const bySlug = new Map(drafts.map((draft) => [draft.slug, draft]));
  const published = hunts.map((live): HuntRow => {
    const draft = bySlug.get(live.slug);
    return { slug: live.slug, title: live.title, live, ...(draft ? { draft } : {}) };
  });
  const slugs = new Set(hunts.map(({ slug }) => slug));
  const unpublished = drafts
    .filter(({ slug }) => !slugs.has(slug))
    .map((draft): HuntRow => ({ slug: draft.slug, title: draft.title, draft }));
  return [...published, ...unpublished];
}

export function filteredRows(
  rows: readonly HuntRow[],
  { text, isArchived }: RowFilter,
): readonly HuntRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { slug, title, draft } = row;
    const isShown = isArchived ? draft?.isArchived : !isPutAway(row);
    const named = `${slug} ${title}`.toLowerCase();
    return isShown && words.every((word) => named.includes(word));
  });
}

/** Whether a hunt is out of the list: what is still to be played stays there in any case. */
function isPutAway({ live, draft }: HuntRow): boolean {
  return draft?.isArchived === true && !isToCome(live);
}

/** Whether a hunt can be put away: a draft as long as there is one, and a hunt that is over. */
export function canBePutAway({ live, draft }: HuntRow): boolean {
  return draft !== undefined || (live !== undefined && !isToCome(live));
}

function isToCome(live: ListedHunt | undefined): boolean {
  return live !== undefined && live.phase !== 'ended';
}

/** What is to be said of a hunt's draft; nothing where there is none. */
export function wordsOfDraft({ live, draft }: HuntRow): string | undefined {
  if (draft === undefined) return undefined;
  if (draft.isArchived) return 'draft put away';
  if (live === undefined) return `draft, revision ${draft.revision}`;
  if (draft.baseVersion < live.version)
    return `draft of v${draft.baseVersion}, behind v${live.version}`;
  const isAhead = draft.revision > draft.baseRevision;
  return isAhead ? `draft ahead of v${live.version}` : `draft as v${live.version}`;
}

/** The next opening: of what is played, else of what is written. */
export function opensMsOf({ live, draft }: HuntRow): number | undefined {
  return live ? live.opensMs : draft?.opensMs;
}
