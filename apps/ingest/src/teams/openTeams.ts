/** What tells the teams of a door's connections how they stand, out of what handlers share. */
import type { DoorApp } from '../deps.js';
import { rulesOf } from '../handlers/rulesOf.js';
import { TeamPusher, type TeamSockets } from './teamPusher.js';

export function openTeams(app: DoorApp, sockets: TeamSockets): TeamPusher {
  const { redis, presence, departures, acts, hunts, logger } = app;
  return new TeamPusher({
    ...{ redis, presence, departures, acts, sockets },
    hunt: (slug) => hunts.get(slug),
    rules: (live) => rulesOf(app, live),
    onError: (err) => logger.error({ err }, 'teams could not be told how they stand'),
  });
}
