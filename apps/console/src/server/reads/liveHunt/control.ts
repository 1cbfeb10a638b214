/** Where a hunt stands, and what an operator can do with it. */
import type {
  ControlAnswer,
  RestrictedTeam,
  SaidBroadcast,
} from '../../../features/liveHunt/answers';
import { redis } from '../../connections';
import { core, streams } from '../../packages';
import { type Looking, lookAt } from './looking';
import { namesOf } from './namesOf';

/** Undefined when no hunt of this name is published. */
export async function readControl(slug: string): Promise<ControlAnswer | undefined> {
  const looking = await lookAt(slug);
  if (looking === undefined) return undefined;
  const { live, rules, hunt, nowMs } = looking;
  const { opensMs, closesMs } = rules;
  const state = { ...hunt, opensMs, closesMs };
  const phase = core.phaseAt(state, nowMs);
  const startsMs = core.startOf(state);
  const [names, restricted, broadcasts] = await Promise.all([
    streams.readTeamNames(redis(), live),
    readRestricted(looking),
    readBroadcasts(looking),
  ]);
  return {
    slug,
    title: live.title,
    version: hunt.version,
    phase,
    next: core.nextPhases(state, { nowMs, hasBegun: hunt.solved > 0 }),
    nowMs,
    ...(startsMs === undefined ? {} : { startsMs }),
    ...(opensMs === undefined ? {} : { opensMs }),
    ...(closesMs === undefined ? {} : { closesMs }),
    ...(hunt.frozenAtMs === 0 ? {} : { frozenAtMs: hunt.frozenAtMs }),
    teams: names.length,
    solves: hunt.solved,
    broadcasts,
    restricted,
  };
}

async function readBroadcasts({ live, hunt }: Looking): Promise<SaidBroadcast[]> {
  const teams = hunt.broadcasts.flatMap(({ to }) => (to === undefined ? [] : [to]));
  const nameOf = await namesOf(live, teams);
  return hunt.broadcasts.map((said) => {
    const toName = said.to === undefined ? undefined : nameOf(said.to).name;
    return toName === undefined ? said : { ...said, toName };
  });
}

async function readRestricted({ live, hunt }: Looking): Promise<RestrictedTeam[]> {
  const teams = await streams.readTeams(redis(), live, { teams: [...hunt.statuses.keys()] });
  return teams.flatMap(({ team, name }) => {
    const status = hunt.statuses.get(team);
    if (status === undefined) return [];
    return [name === undefined ? { team, status } : { team, status, name }];
  });
}
