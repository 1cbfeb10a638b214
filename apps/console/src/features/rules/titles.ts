/** How the things of a draft are called by those who read it. */
import { type DraftHunt, entriesOf, textOf } from '../draft/draftHunt';
import type { Titles } from './conditionWords';

export interface NamedThing {
  readonly id: string;
  readonly title: string;
}

export interface HuntTitles {
  readonly clues: readonly NamedThing[];
  readonly badges: readonly NamedThing[];
  /** As “The old pier”; the bare id of a clue that is not there. */
  readonly titleOfClue: (id: string) => string;
  /** Of values in a condition. */
  readonly titleOf: Titles;
}

export function titlesOfHunt(hunt: DraftHunt | undefined): HuntTitles {
  const clues = entriesOf(hunt?.clues).map(named);
  const byId = new Map(clues.map(({ id, title }) => [id, title]));
  const titleOfClue = (id: string) => {
    const title = byId.get(id);
    return title === undefined ? id : `“${title}”`;
  };
  return {
    clues,
    badges: entriesOf(hunt?.badges).map(named),
    titleOfClue,
    titleOf: (left, id) => {
      if (left !== 'clue.id' && left !== 'event.data.clue') return undefined;
      return id === '' ? 'no clue' : titleOfClue(id);
    },
  };
}

function named({ id, title }: { readonly id?: unknown; readonly title?: unknown }): NamedThing {
  return { id: textOf(id), title: textOf(title) || textOf(id) };
}
