/** `state:get`: a team's score and clues. */
import type { Answer, TeamSnapshot } from '@trove/contracts';
import { serverTime } from '../deps.js';
import { readTeamQuery } from './readTeamQuery.js';
import { readTeamState } from './readTeamState.js';
import type { Message } from './registerPlay.js';

export async function stateGet(
  message: Message,
  input: unknown,
): Promise<Answer<{ state: TeamSnapshot }>> {
  const { app } = message;
  const now = { serverTime: serverTime(app) };
  const query = readTeamQuery(message, input);
  if (!query.ok) return { ...query, ...now };
  return { ok: true, ...now, state: await readTeamState(app, query.live, query.team) };
}
