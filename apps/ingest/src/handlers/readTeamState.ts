/** A team's view of its hunt, read from the partition; for the socket and for HTTP. */
import type { LiveHunt, TeamSnapshot } from '@trove/contracts';
import { teamSnapshot } from '@trove/core';
import { readTeam } from '@trove/streams';
import type { DoorApp } from '../deps.js';
import { rulesOf } from './rulesOf.js';

export async function readTeamState(
  app: DoorApp,
  live: LiveHunt,
  team: string,
): Promise<TeamSnapshot> {
  const [rules, standing] = await Promise.all([
    rulesOf(app, live),
    readTeam(app.redis, live, { team }),
  ]);
  return teamSnapshot({ live, rules, team, standing, wallMs: app.clock.nowUs() / 1000 });
}
