/** A team's view of its hunt, read from the partition; for the socket and for HTTP. */
import type { LiveHunt, TeamSnapshot } from '@trove/contracts';
import { clueViews } from '@trove/core';
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
  const phase = standing.hunt?.phase ?? 'live';
  const nowMs =
    live.clock === 'events' ? (standing.hunt?.maxTimeMs ?? 0) : app.clock.nowUs() / 1000;
  const solved = standing.team?.solved ?? new Set<string>();
  return {
    partition: live.partition,
    epoch: standing.epoch,
    offset: standing.offset,
    hunt: live.slug,
    title: live.title,
    phase,
    version: standing.hunt?.version ?? live.version,
    team,
    score: standing.team?.score ?? 0,
    clues: clueViews(rules, { solved, nowMs, isLive: phase === 'live' }),
  };
}
