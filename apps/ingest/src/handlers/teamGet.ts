/** `team:get`: who is in a team, who leads it, who is connected, and the code to join it with. */
import type { Answer, TeamView } from '@trove/contracts';
import { teamView } from '@trove/core';
import { readStanding } from '@trove/streams';
import { serverTime } from '../deps.js';
import { readTeamQuery } from './readTeamQuery.js';
import type { Message } from './registerPlay.js';
import { rulesOf } from './rulesOf.js';

export async function teamGet(
  message: Message,
  input: unknown,
): Promise<Answer<{ team: TeamView; you?: number }>> {
  const { app, sender } = message;
  const now = { serverTime: serverTime(app) };
  const query = readTeamQuery(message, input);
  if (!query.ok) return { ...query, ...now };
  const { live, team } = query;
  const [rules, standing, present] = await Promise.all([
    rulesOf(app, live),
    readStanding(app.redis, live, { team }),
    app.presence.ask(live.slug, team),
  ]);
  const { claims } = sender;
  const you = claims.kind === 'player' ? { you: claims.member } : {};
  return { ok: true, ...now, team: teamView({ live, rules, team, standing, present }), ...you };
}
