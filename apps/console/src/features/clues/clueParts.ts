/** Reads the parts of a clue from a file that may be full of mistakes, and makes new ones. */
import type { DraftClue } from '../draft/draftHunt';

export const KINDS = ['place', 'code', 'answer', 'choice', 'photo'] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  place: 'at a place',
  code: 'by a code',
  answer: 'by an answer',
  choice: 'by a choice',
  photo: 'by a photo',
};

/** Undefined where the file does not say how the clue is found. */
export function kindOf(clue: Pick<DraftClue, 'find'>): Kind | undefined {
  const find: unknown = clue.find;
  if (!isRecord(find)) return undefined;
  return KINDS.find((kind) => kind in find);
}

/** What stands in `find` under this kind; an empty one where that is no object. */
export function findOf<T>(clue: Pick<DraftClue, 'find'>, kind: Kind): T {
  const find: unknown = clue.find;
  const part: unknown = isRecord(find) ? find[kind] : undefined;
  return (isRecord(part) ? part : {}) as T;
}

/** A `find` to begin with. A choice has one right option, because one without can't be solved. */
export function newFind(kind: Kind, id: string): unknown {
  switch (kind) {
    case 'place':
      return { place: { id, lat: 0, lon: 0, radiusM: 50 } };
    case 'code':
      return { code: id.toUpperCase() };
    case 'answer':
      return { answer: { accept: ['answer'] } };
    case 'photo':
      return { photo: { shows: '' } };
    case 'choice':
      return {
        choice: {
          options: [
            { id: 'a', text: 'This one', right: true },
            { id: 'b', text: 'That one' },
          ],
        },
      };
  }
}

export type How = 'all' | 'any' | 'atLeast';

export interface Needed {
  readonly how: How;
  readonly ids: readonly string[];
  /** How many of them; for `atLeast` only. */
  readonly atLeast: number;
}

/** What a clue requires; nothing where it is open at once. */
export function neededOf(clue: Pick<DraftClue, 'requires'>): Needed | undefined {
  const requires: unknown = clue.requires;
  if (!isRecord(requires)) return undefined;
  if ('atLeast' in requires) {
    const atLeast = requires['atLeast'];
    const count = typeof atLeast === 'number' ? atLeast : 1;
    return { how: 'atLeast', ids: textsOf(requires['of']), atLeast: count };
  }
  const how = 'any' in requires ? 'any' : 'all';
  const ids = textsOf(requires[how]);
  return { how, ids, atLeast: how === 'any' ? 1 : ids.length };
}

/** As it stands in the file; nothing where no clue is named. */
export function requiresOf({ how, ids, atLeast }: Needed): unknown {
  if (ids.length === 0) return undefined;
  if (how !== 'atLeast') return { [how]: [...ids] };
  return { atLeast: Math.min(Math.max(1, atLeast), ids.length), of: [...ids] };
}

/** As `all of 2`. */
export function neededWords({ how, ids, atLeast }: Needed): string {
  if (how === 'atLeast') return `${atLeast} of ${ids.length}`;
  return `${how} of ${ids.length}`;
}

export function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
