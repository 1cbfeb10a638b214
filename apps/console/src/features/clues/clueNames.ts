/**
 * How clues are called where one is read or picked. Designers know them by their titles; ids are
 * what the file calls them, and tell apart those that bear one title.
 */
import { type DraftClue, textOf } from '../draft/draftHunt';

export interface ClueName {
  readonly id: string;
  /** Of no other clue of the hunt. */
  readonly name: string;
}

export interface ClueNames {
  /** In the order of the file. */
  readonly all: readonly ClueName[];
  /** The id itself where no clue has it. */
  nameOf(id: string): string;
  /** Of a name or an id as somebody has typed it; nothing where no clue is meant. */
  idOf(text: string): string | undefined;
}

export function clueNames(clues: readonly DraftClue[]): ClueNames {
  const titles = titlesOf(clues);
  const times = new Map<string, number>();
  for (const title of titles.values()) times.set(title, (times.get(title) ?? 0) + 1);
  const all = [...titles].map(([id, title]): ClueName => {
    const isOwn = times.get(title) === 1 && (title === id || !titles.has(title));
    return { id, name: isOwn ? title : `${title} (${id})` };
  });
  const byId = new Map(all.map(({ id, name }) => [id, name]));
  const byName = new Map(all.map(({ id, name }) => [name, id]));
  return {
    all,
    nameOf: (id) => byId.get(id) ?? id,
    idOf: (text) => {
      const typed = text.trim();
      return byName.get(typed) ?? (byId.has(typed) ? typed : undefined);
    },
  };
}

/** By id; a clue without a title is called by its id. */
function titlesOf(clues: readonly DraftClue[]): ReadonlyMap<string, string> {
  return new Map(
    clues.flatMap(({ id, title }): readonly (readonly [string, string])[] => {
      if (typeof id !== 'string' || id === '') return [];
      return [[id, textOf(title).trim() || id]];
    }),
  );
}
