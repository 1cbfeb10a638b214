/** `recommendations:get`: what a team might try next, and why. */
import type { Answer, Recommendations } from '@trove/contracts';
import { serverTime } from '../deps.js';
import { readTeamQuery } from './readTeamQuery.js';
import type { Message } from './registerPlay.js';

export async function recommendationsGet(
  message: Message,
  input: unknown,
): Promise<Answer<{ recommendations: Recommendations }>> {
  const { app } = message;
  const now = { serverTime: serverTime(app) };
  const query = readTeamQuery(message, input);
  if (!query.ok) return { ...query, ...now };
  return { ok: true, ...now, recommendations: await app.recommender.to(query.live, query.team) };
}
