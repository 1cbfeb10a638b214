/** Begins a draft under a name that no other hunt has, and says so where one has. */
import { randomInt } from 'node:crypto';
import type { NewDraft } from '@trove/db';
import { db } from '../connections';
import { core, database } from '../packages';

export type NewHuntAnswer =
  | { readonly isDone: true; readonly says: string; readonly slug: string }
  | { readonly isDone: false; readonly says: string };

/** Stored wholly or not at all. */
export async function beginDraft(draft: NewDraft): Promise<NewHuntAnswer> {
  const { slug, title } = draft;
  const taken = { isDone: false, says: `The name ${slug} is taken: choose another.` } as const;
  if (await database.huntReads(db()).newestVersion(slug)) return taken;
  // Two who choose one name at once: the database lets one of them have it.
  const isNew = await database.draftStore(db()).create(draft);
  return isNew ? { isDone: true, says: `${title} is a draft now.`, slug } : taken;
}

interface OtherName {
  readonly slug: string;
  readonly title: string;
  readonly by: string;
}

/** Begins a draft with the file of another hunt, under a name and a title of its own. */
export async function beginDraftOf(source: string, other: OtherName): Promise<NewHuntAnswer> {
  const { slug, title } = other;
  const named = core.editHuntFile(source, [
    { op: 'add', path: '/slug', value: slug },
    { op: 'add', path: '/title', value: title },
  ]);
  if (!named.isGood) return { isDone: false, says: named.says };
  return await beginDraft({ ...other, source: named.text, baseVersion: 0, isWritten: true });
}

/** Without letters and digits that look alike on a poster. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

/** A join code nobody guesses; the designer may choose a nicer one. */
export function newJoinCode(): string {
  const letter = () => CODE_LETTERS[randomInt(CODE_LETTERS.length)];
  const letters = Array.from({ length: CODE_LENGTH }, letter).join('');
  return `${letters.slice(0, CODE_LENGTH / 2)}-${letters.slice(CODE_LENGTH / 2)}`;
}
