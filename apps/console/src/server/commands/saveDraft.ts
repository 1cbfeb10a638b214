'use server';
/** Saves a designer's changes of a draft: operations on its file, or its whole text anew. */
import type { DraftView, Finding } from '@trove/contracts';
import type { StoredDraft } from '@trove/db';
import { z } from 'zod';
import { command } from '../command';
import { db } from '../connections';
import { refusalOfText, titleOfFile } from '../drafts/draftFile';
import { viewOf } from '../drafts/draftView';
import { type Stood, textBefore, valuesBefore } from '../drafts/standBefore';
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
      readonly unsaid?: readonly string[];
    };

const GONE = { isDone: false, says: 'There is no such draft any more.' } as const;

/** Saves operations made on this revision, wholly or not at all. */
export const saveDraft = command({
  name: 'save-draft',
  needs: 'design',
  input: Changes,
  wrongInput: 'These changes can’t be saved: too many of them, or of a field that is not there.',
  run: async ({ patch, ...at }, { viewer, note }): Promise<SaveAnswer> => {
    let values: readonly Stood[] = [];
    const saved = await change({ ...at, by: viewer.email }, ({ source }) => {
      const edited = core.editHuntFile(source, patch);
      if (!edited.isGood) return { isDone: false, says: edited.says };
      values = valuesBefore(core.valueOfHuntFile(source), patch);
      return edited.text;
    });
    const { revision } = at;
    if (saved.isDone) {
      const after = { revision: revision + 1, patch };
      note({ subject: subjectOf(at), before: { revision, values }, after });
    }
    return saved;
  },
});

/** Puts a text in the place of the whole file; text that is no YAML is refused. */
export const saveDraftText = command({
  name: 'save-draft-text',
  needs: 'design',
  input: Text,
  wrongInput: `A hunt file has at most ${contracts.HUNT_LIMITS.fileBytes} bytes.`,
  run: async ({ text, ...at }, { viewer, note }): Promise<SaveAnswer> => {
    let before = '';
    const saved = await change({ ...at, by: viewer.email }, ({ slug, source }) => {
      before = source;
      const says = refusalOfText(slug, text);
      if (says === undefined) return text;
      const { findings, unsaid } = core.lintHuntFile(text);
      return { isDone: false, says, findings, unsaid };
    });
    if (saved.isDone) note({ subject: subjectOf(at), before: { text: before }, after: { text } });
    return saved;
  },
});

/** Applies the mend a finding offers to the file’s text. */
export const mendDraft = command({
  name: 'mend-draft',
  needs: 'design',
  input: Mend,
  wrongInput: 'This mend does not fit the file any more.',
  run: async ({ edit, ...at }, { viewer, note }): Promise<SaveAnswer> => {
    let replaced = '';
    const saved = await change({ ...at, by: viewer.email }, ({ source }) => {
      replaced = textBefore(source, edit);
      const text = core.applyEdit(source, edit);
      return text ?? { isDone: false, says: 'This mend does not fit any more.' };
    });
    if (saved.isDone)
      note({ subject: subjectOf(at), before: { replaced }, after: { mended: edit } });
    return saved;
  },
});

interface Change {
  readonly slug: string;
  readonly revision: number;
  readonly by: string;
}

/**
 * The draft with another text. The revision is compared before anything is made of its text: a
 * change that does not fit because somebody else's came first is answered with theirs.
 */
async function change(
  { slug, revision, by }: Change,
  textOf: (draft: StoredDraft) => string | SaveAnswer,
): Promise<SaveAnswer> {
  const drafts = database.draftStore(db());
  const draft = await drafts.find(slug);
  if (!draft) return GONE;
  if (draft.revision !== revision) return await outdated(draft);
  const text = textOf(draft);
  if (typeof text !== 'string') return text;
  const title = titleOfFile(text) ?? draft.title;
  const next = await drafts.change({ slug, revision, by, set: { source: text, title } });
  const now = await drafts.find(slug);
  if (!now) return GONE;
  return next === undefined ? await outdated(now) : { isDone: true, draft: await viewOf(now) };
}

async function outdated(draft: StoredDraft): Promise<SaveAnswer> {
  const { updatedBy } = draft;
  const says = `${updatedBy} has changed this draft meanwhile: your last change is not saved.`;
  return { isDone: false, says, newer: await viewOf(draft) };
}

function subjectOf({ slug }: { readonly slug: string }): string {
  return `draft:${slug}`;
}
