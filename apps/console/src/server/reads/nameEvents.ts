/** Events with what their teams and clues are called: the log knows the ids alone. */
import type { StoredEvent } from '@trove/contracts';
import type { NamedEvent } from '../../features/events/answers';
import { readHunt } from './hunts';
import { huntRules } from './liveHunt/huntRules';
import { namesOf } from './liveHunt/namesOf';

/** In the same order. */
export async function nameEvents(events: readonly StoredEvent[]): Promise<NamedEvent[]> {
  const hunts = [...new Set(events.map(({ hunt }) => hunt))];
  const named = await Promise.all(
    hunts.map(async (hunt) => {
      const teams = events.filter((event) => event.hunt === hunt).map(({ team }) => team);
      return [hunt, await namerOf(hunt, teams)] as const;
    }),
  );
  const byHunt = new Map(named);
  return events.map((event) => ({ ...event, ...byHunt.get(event.hunt)?.(event) }));
}

/** Undefined when no hunt of this name is published. */
async function namerOf(hunt: string, teams: readonly string[]) {
  const live = await readHunt(hunt);
  if (live === undefined) return undefined;
  const [rules, nameOf] = await Promise.all([huntRules(live), namesOf(live, teams)]);
  return ({ team, result: { clue } }: StoredEvent): Pick<NamedEvent, 'teamName' | 'clueTitle'> => {
    const { name } = nameOf(team);
    const title = clue === undefined ? undefined : rules?.clueById.get(clue)?.title;
    return {
      ...(name === undefined ? {} : { teamName: name }),
      ...(title === undefined ? {} : { clueTitle: title }),
    };
  };
}
