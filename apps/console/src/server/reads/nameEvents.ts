/** Events with what their teams and clues are called: the log knows the ids alone. */
import type { StoredEvent } from '@trove/contracts';
import type { EventNames, NamedEvent } from '../../live/namedEvent';
import { readHunt } from './hunts';
import { huntRules } from './liveHunt/huntRules';
import { namesOf } from './liveHunt/namesOf';

/** Whose an event is, and what it is about. */
interface Ids {
  readonly hunt: string;
  readonly team: string;
  readonly clue?: string | undefined;
}

/** In the same order. */
export async function nameEvents(events: readonly StoredEvent[]): Promise<NamedEvent[]> {
  return await withNames(events, ({ hunt, team, result: { clue } }) => ({ hunt, team, clue }));
}

/** Anything that tells of events, with the names beside it, in the same order. */
export async function withNames<T extends object>(
  items: readonly T[],
  idsOf: (item: T) => Ids,
): Promise<(T & EventNames)[]> {
  const ids = items.map(idsOf);
  const hunts = [...new Set(ids.map(({ hunt }) => hunt))];
  const named = await Promise.all(
    hunts.map(async (hunt) => {
      const teams = ids.filter((one) => one.hunt === hunt).map(({ team }) => team);
      return [hunt, await namerOf(hunt, teams)] as const;
    }),
  );
  const byHunt = new Map(named);
  return items.map((item, i) => {
    const one = ids[i] as Ids;
    return { ...item, ...byHunt.get(one.hunt)?.(one) };
  });
}

/** Undefined when no hunt of this name is published. */
async function namerOf(hunt: string, teams: readonly string[]) {
  const live = await readHunt(hunt);
  if (live === undefined) return undefined;
  const [rules, nameOf] = await Promise.all([huntRules(live), namesOf(live, teams)]);
  return ({ team, clue }: Ids): EventNames => {
    const { name } = nameOf(team);
    const title = clue === undefined ? undefined : rules?.clueById.get(clue)?.title;
    return {
      ...(name === undefined ? {} : { teamName: name }),
      ...(title === undefined ? {} : { clueTitle: title }),
    };
  };
}
