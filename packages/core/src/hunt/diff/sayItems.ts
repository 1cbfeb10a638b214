/** What came, went and moved in a list of named things, in sentences. */
import type { HuntDifference } from './change.js';
import { namesWords, valueWords } from './valueWords.js';

/** The changes of one list of the hunt: of its items as a whole, and of what is in them. */
export interface ItemChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly moved: readonly string[];
  /** By item, those further down. */
  readonly inside: ReadonlyMap<string, readonly HuntDifference[]>;
}

/** @param depth how many steps lead to the list */
export function itemChanges(changes: readonly HuntDifference[], depth: number): ItemChanges {
  const names = (kind: HuntDifference['kind']) =>
    changes.flatMap(({ kind: is, steps }) => {
      return is === kind && steps.length === depth + 1 ? [itemOf(steps[depth])] : [];
    });
  const inside = new Map<string, HuntDifference[]>();
  for (const change of changes) {
    if (change.steps.length <= depth + 1) continue;
    const item = itemOf(change.steps[depth]);
    inside.set(item, [...(inside.get(item) ?? []), change]);
  }
  return { added: names('added'), removed: names('removed'), moved: names('moved'), inside };
}

function itemOf(step: HuntDifference['steps'][number] | undefined): string {
  return step === undefined || typeof step === 'string' ? (step ?? '') : step.is;
}

/** Up to so many things are told of one by one. */
const ONE_BY_ONE = 3;

interface Telling {
  /** As `clue`, `clues`. */
  readonly one: string;
  readonly many: string;
  /** What they belong to, as ` of "The lighthouse"`; nothing for those of the hunt. */
  readonly of?: string;
  /** How a thing is called, of its id. */
  nameOf(id: string): string;
  /** What else there is to say of a new one, as `worth 40 points`. */
  detailOf?(id: string): string;
}

export function sayItems(
  { added, removed, moved }: ItemChanges,
  { one, many, of = '', nameOf, detailOf }: Telling,
): readonly string[] {
  const told = (ids: readonly string[], what: { readonly is: string; readonly are: string }) => {
    if (ids.length > ONE_BY_ONE) {
      return [`${ids.length} ${many}${of} ${what.are}: ${namesWords(ids.map(nameOf))}.`];
    }
    return ids.map((id) => {
      const detail = what.is === 'is new' ? (detailOf?.(id) ?? '') : '';
      const name = `${one} ${valueWords(nameOf(id))}${of}`;
      return `The ${name} ${what.is}${detail === '' ? '' : `, ${detail}`}.`;
    });
  };
  return [
    ...told(added, { is: 'is new', are: 'are new' }),
    ...told(removed, { is: 'is gone', are: 'are gone' }),
    ...told(moved, { is: 'stands elsewhere in the file', are: 'stand elsewhere in the file' }),
  ];
}

/** A sentence for any change that nothing better is said of. */
export function sayValue(what: string, was: unknown, now: unknown): string {
  if (was === undefined) return `${what} is ${valueWords(now)}, which was not given before.`;
  if (now === undefined) return `${what} is not given any more: it was ${valueWords(was)}.`;
  return `${what} is ${valueWords(now)} instead of ${valueWords(was)}.`;
}

export function sayChange({ path, kind, before, after, behind }: HuntDifference): string {
  if (kind === 'moved') return `${path} stands ${behind ? `behind "${behind}"` : 'first'} now.`;
  return sayValue(path, before, after);
}
