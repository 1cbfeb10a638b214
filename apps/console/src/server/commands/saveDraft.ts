'use server';
/** Saves a designer's changes of a draft: operations on its file, or its whole text anew. */
import type { DraftView, Finding } from '@trove/contracts';
import type { StoredDraft } from '@trove/db';
import { z } from 'zod';
import { command } from '../command';
import { db } from '../connections';
import { refusalOfText, titleOfFile } from '../drafts/draftFile';
import { viewOf } from '../drafts/draftView';
import { contracts, core, database } from '../packages';

const At = z.object({ slug: contracts.HuntSlug, revision: z.number().int().min(1) });
const Changes = At.extend({ patch: contracts.DraftPatch });
const Text = At.extend({ text: z.string().max(contracts.HUNT_LIMITS.fileBytes) });
const Mend = At.extend({
  edit: z.object({
    line: z.number().int().min(1),
    column: z.number().int().min(1),
    length: z.number().int().min(0).max(10_000),
    replacement: z.string().max(10_000),
  }),
});

export type SaveAnswer =
  | { readonly isDone: true; readonly draft: DraftView }
  | {
      readonly isDone: false;
      readonly says: string;
      /** The draft as somebody else has left it. */
      readonly newer?: DraftView;
      readonly findings?: readonly Finding[];
    };

const GONE = { isDone: false, says: 'There is no such draft any more.' } as const;

/** Saves operations made on this revision, wholly or not at all. */
export const saveDraft = command({
  name: 'save-draft',
  needs: 'design',
  input: Changes,
  wrongInput: 'These changes can’t be saved: too many of them, or of a field that is not there.',
  run: async ({ slug, revision, patch }, { viewer, note }): Promise<SaveAnswer> => {
    const draft = await database.draftStore(db()).find(slug);
    if (!draft) return GONE;
    const edited = core.editHuntFile(draft.source, patch);
    if (!edited.isGood) return { isDone: false, says: edited.says };
    const saved = await store(draft, { revision, text: edited.text, by: viewer.email });
    if (saved.isDone) note({ subject: `draft:${slug}`, after: { revision: revision + 1, patch } });
    return saved;
  },
});

/** Puts a text in the place of the whole file; text that is no YAML is refused. */
export const saveDraftText = command({
  name: 'save-draft-text',
  needs: 'design',
  input: Text,
  wrongInput: `A hunt file has at most ${contracts.HUNT_LIMITS.fileBytes} bytes.`,
  run: async ({ slug, revision, text }, { viewer, note }): Promise<SaveAnswer> => {
    const draft = await database.draftStore(db()).find(slug);
    if (!draft) return GONE;
    const says = refusalOfText(slug, text);
    if (says !== undefined) {
      return { isDone: false, says, findings: core.lintHuntFile(text).findings };
    }
    const saved = await store(draft, { revision, text, by: viewer.email });
    if (saved.isDone) {
      note({ subject: `draft:${slug}`, before: { text: draft.source }, after: { text } });
    }
    return saved;
  },
});

/** Applies the mend a finding offers to the file’s text. */
export const mendDraft = command({
  name: 'mend-draft',
  needs: 'design',
  input: Mend,
  wrongInput: 'This mend does not fit the file any more.',
  run: async ({ slug, revision, edit }, { viewer, note }): Promise<SaveAnswer> => {
    const draft = await database.draftStore(db()).find(slug);
    if (!draft) return GONE;
    const text = core.applyEdit(draft.source, edit);
    if (text === undefined) return { isDone: false, says: 'This mend does not fit any more.' };
    const saved = await store(draft, { revision, text, by: viewer.email });
    if (saved.isDone) note({ subject: `draft:${slug}`, after: { mended: edit } });
    return saved;
  },
});

interface Change {
  readonly revision: number;
  readonly text: string;
  readonly by: string;
}

async function store(draft: StoredDraft, { revision, text, by }: Change): Promise<SaveAnswer> {
  const drafts = database.draftStore(db());
  const { slug } = draft;
  const title = titleOfFile(text) ?? draft.title;
  const next = await drafts.change({ slug, revision, by, set: { source: text, title } });
  const now = await drafts.find(slug);
  if (!now) return GONE;
  const view = await viewOf(now);
  if (next !== undefined) return { isDone: true, draft: view };
  const says = `${view.updatedBy} has changed this draft meanwhile: your last change is not saved.`;
  return { isDone: false, says, newer: view };
}
