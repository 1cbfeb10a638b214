/** `recommendations:get`: what a team might try next, and why. */
import { type Answer, HuntSlug, Name, problem, type Recommendations } from '@trove/contracts';
import { z } from 'zod';
import { serverTime } from '../deps.js';
import { mayRead } from '../tokens/mayRead.js';
import type { Message } from './registerPlay.js';

const Query = z.strictObject({ hunt: HuntSlug, team: Name });

export async function recommendationsGet(
  { app, sender }: Message,
  input: unknown,
): Promise<Answer<{ recommendations: Recommendations }>> {
  const now = { serverTime: serverTime(app) };
  const query = Query.safeParse(input);
  if (!query.success) {
    return { ok: false, ...now, error: problem('malformed', 'hunt and team are needed') };
  }
  const refusal = mayRead(sender.claims, query.data);
  if (refusal !== undefined) return { ok: false, ...now, error: refusal };
  const { hunt, team } = query.data;
  const live = app.hunts.get(hunt);
  if (live === undefined) return { ok: false, ...now, error: problem('unknown_hunt', hunt) };
  return { ok: true, ...now, recommendations: await app.recommender.to(live, team) };
}
