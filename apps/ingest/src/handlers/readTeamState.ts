/** A team's view of its hunt, read from the partition; for the socket and for HTTP. */
import type { LiveHunt, TeamSnapshot } from '@trove/contracts';
import { badgeViews, clueViews, newHunt, newTeam } from '@trove/core';
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
  const hunt = standing.hunt ?? newHunt(live.slug);
  const own = standing.team ?? newTeam(live.slug, team);
  const nowMs = live.clock === 'events' ? hunt.maxTimeMs : app.clock.nowUs() / 1000;
  return {
    partition: live.partition,
    epoch: standing.epoch,
    offset: standing.offset,
    hunt: live.slug,
    title: live.title,
    phase: hunt.phase,
    version: standing.hunt?.version ?? live.version,
    team,
    isPlaytest: own.isPlaytest,
    score: own.score,
    clues: clueViews(rules, { hunt, team: own, nowMs }),
    badges: badgeViews(rules, own),
    counters: Object.fromEntries(own.marks.counters),
  };
}
