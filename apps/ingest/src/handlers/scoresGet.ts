/** `scores:get`: a team's points over time, out of its state in the partition. */
import type { Answer, ScoreTimeline } from '@trove/contracts';
import { scoreTimeline } from '@trove/core';
import { readTeam } from '@trove/streams';
import { serverTime } from '../deps.js';
import { readTeamQuery } from './readTeamQuery.js';
import type { Message } from './registerPlay.js';

export async function scoresGet(
  message: Message,
  input: unknown,
): Promise<Answer<{ scores: ScoreTimeline }>> {
  const { app } = message;
  const now = { serverTime: serverTime(app) };
  const query = readTeamQuery(message, input);
  if (!query.ok) return { ...query, ...now };
  const { live, team } = query;
  const standing = await readTeam(app.redis, live, { team });
  const wallMs = app.clock.nowUs() / 1000;
  return { ok: true, ...now, scores: scoreTimeline({ live, team, standing, wallMs }) };
}
