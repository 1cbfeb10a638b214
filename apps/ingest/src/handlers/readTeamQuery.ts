/** What messages that ask about one team have in common: the team, and whether they may ask. */
import { type LiveHunt, type Problem, problem, TeamQuery } from '@trove/contracts';
import { mayRead } from '../tokens/mayRead.js';
import type { Message } from './registerPlay.js';

export type AskedTeam =
  | { readonly ok: true; readonly live: LiveHunt; readonly team: string }
  | { readonly ok: false; readonly error: Problem };

export function readTeamQuery({ app, sender }: Message, input: unknown): AskedTeam {
  const query = TeamQuery.safeParse(input);
  if (!query.success) return { ok: false, error: problem('malformed', 'hunt and team are needed') };
  const { hunt, team } = query.data;
  const error = mayRead(sender.claims, { hunt, team });
  if (error !== undefined) return { ok: false, error };
  const live = app.hunts.get(hunt);
  return live === undefined
    ? { ok: false, error: problem('unknown_hunt', hunt) }
    : { ok: true, live, team };
}
