/** A team's view of its hunt, read from the partition; for the socket and for HTTP. */
import { HuntDefinition, type LiveHunt, type TeamSnapshot } from '@trove/contracts';
import {
  badgeViews,
  type CompiledHunt,
  clueViews,
  compileHunt,
  newHunt,
  newTeam,
} from '@trove/core';
import { readTeam } from '@trove/streams';
import type { DoorApp } from '../deps.js';

const compiled = new Map<string, CompiledHunt>();
const MAX_COMPILED = 200;

async function rulesOf(app: DoorApp, live: LiveHunt): Promise<CompiledHunt> {
  const known = compiled.get(live.hash);
  if (known !== undefined) return known;
  const body = await app.directory.body(live.hash);
  if (body === undefined) throw new Error(`hunt ${live.slug} has no body`);
  const result = compileHunt(HuntDefinition.parse(JSON.parse(body)), live.version);
  if (!result.ok) throw new Error(`hunt ${live.slug} does not compile`);
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(live.hash, result.hunt);
  return result.hunt;
}

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
    score: own.score,
    clues: clueViews(rules, { hunt, team: own, nowMs }),
    badges: badgeViews(rules, own),
    counters: Object.fromEntries(own.marks.counters),
  };
}
