/** Where a hunt stands, and what an operator can do with it. */
import type { ControlAnswer, RestrictedTeam } from '../../../features/liveHunt/answers';
import { redis } from '../../connections';
import { core, streams } from '../../packages';
import { type Looking, lookAt } from './looking';

/** Undefined when no hunt of this name is published. */
export async function readControl(slug: string): Promise<ControlAnswer | undefined> {
  const looking = await lookAt(slug);
  if (looking === undefined) return undefined;
  const { live, rules, hunt, nowMs } = looking;
  const { opensMs, closesMs } = rules;
  const state = { ...hunt, opensMs, closesMs };
  const phase = core.phaseAt(state, nowMs);
  const startsMs = core.startOf(state);
  const [names, restricted] = await Promise.all([
    streams.readTeamNames(redis(), live),
    readRestricted(looking),
  ]);
  return {
    slug,
    title: live.title,
    version: hunt.version,
    phase,
    next: core.nextPhases(state, { nowMs, hasBegun: hunt.solved > 0 }),
    nowMs,
    ...(startsMs === undefined ? {} : { startsMs }),
    ...(closesMs === undefined ? {} : { closesMs }),
    ...(hunt.frozenAtMs === 0 ? {} : { frozenAtMs: hunt.frozenAtMs }),
    teams: names.length,
    solves: hunt.solved,
    broadcasts: hunt.broadcasts,
    restricted,
  };
}

async function readRestricted({ live, hunt }: Looking): Promise<RestrictedTeam[]> {
  const teams = await streams.readTeams(redis(), live, { teams: [...hunt.statuses.keys()] });
  return teams.flatMap(({ team, name }) => {
    const status = hunt.statuses.get(team);
    if (status === undefined) return [];
    return [name === undefined ? { team, status } : { team, status, name }];
  });
}
