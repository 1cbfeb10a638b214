/** `state:get`: a team's score and clues. */
import { type Answer, HuntSlug, Name, problem, type TeamSnapshot } from '@trove/contracts';
import { z } from 'zod';
import { serverTime } from '../deps.js';
import { mayRead } from '../tokens/mayRead.js';
import { readTeamState } from './readTeamState.js';
import type { Message } from './registerPlay.js';

const Query = z.strictObject({ hunt: HuntSlug, team: Name });

export async function stateGet(
  { app, sender }: Message,
  input: unknown,
): Promise<Answer<{ state: TeamSnapshot }>> {
  const now = { serverTime: serverTime(app) };
  const query = Query.safeParse(input);
  if (!query.success) {
    return { ok: false, ...now, error: problem('malformed', 'hunt and team are needed') };
  }
  const refusal = mayRead(sender.claims, query.data);
  if (refusal !== undefined) return { ok: false, ...now, error: refusal };
  const live = app.hunts.get(query.data.hunt);
  if (live === undefined) {
    return { ok: false, ...now, error: problem('unknown_hunt', query.data.hunt) };
  }
  return { ok: true, ...now, state: await readTeamState(app, live, query.data.team) };
}
