/** A player's seat in a team: the one it has, or the one it asks for once the log has decided. */
import { type JoinRequest, type LiveHunt, type Problem, problem } from '@trove/contracts';
import { codeName, type Member, type TeamState } from '@trove/core';
import { readPlayerTeam, readStanding } from '@trove/streams';
import type { DoorApp } from '../deps.js';
import { askMembership, askWithCode } from './askMembership.js';
import { teamIdOf } from './teamIdOf.js';
import { teamOfOne } from './teamOfOne.js';

/** Whom the hunt's code lets in. */
export type Kind = 'player' | 'playtester';

export interface Joining extends JoinRequest {
  /** Undefined when no code of the hunt was given: a team's code lets in what the team is. */
  readonly kind: Kind | undefined;
}

export interface Seat {
  readonly player: string;
  readonly member: Member;
  readonly team: string;
  readonly state: TeamState;
}

type Joins = Pick<DoorApp, 'redis' | 'clock' | 'waiters' | 'log' | 'wake'>;

export async function joinTeam(
  app: Joins,
  live: LiveHunt,
  joining: Joining,
): Promise<Seat | Problem> {
  const { playerId, teamName, teamCode } = joining;
  const joined = await readPlayerTeam(app.redis, live, playerId);
  const wanted = await teamAskedFor(app, live, joining);
  if (teamCode !== undefined && wanted === undefined) {
    return problem('wrong_team_code', 'ask somebody of the team');
  }
  if (joined !== undefined) {
    const isOther = wanted !== undefined && wanted !== joined;
    if (isOther) return problem('already_joined', 'leave the other team first');
    return await seatOf(app, live, { player: playerId, team: joined });
  }
  const alone = teamOfOne();
  const team = wanted ?? alone.id;
  const name = teamName ?? joining.playerName ?? alone.name;
  const answer =
    teamCode === undefined
      ? await make(app, live, { ...joining, team, name })
      : await join(app, live, { ...joining, team, code: teamCode });
  // Asked twice at once for a team of one: the other request has made it.
  const isTwice = wanted === undefined && 'code' in answer && answer.code === 'already_joined';
  if ('code' in answer && !isTwice) return answer;
  const own = isTwice ? await readPlayerTeam(app.redis, live, playerId) : team;
  return await seatOf(app, live, { player: playerId, team: own ?? team });
}

/** The team that a code leads to, or that has a name; undefined when none is asked for. */
async function teamAskedFor(
  app: Joins,
  live: LiveHunt,
  { teamName, teamCode }: Joining,
): Promise<string | undefined> {
  if (teamName !== undefined) return teamIdOf(teamName);
  if (teamCode === undefined) return undefined;
  return await readPlayerTeam(app.redis, live, codeName(teamCode));
}

function make(app: Joins, live: LiveHunt, making: Joining & { team: string; name: string }) {
  const { playerId: player, playerName, team, name, kind, division } = making;
  return askWithCode(app, live, (code) => {
    const said = { player, playerName, team, name, code, division };
    const data = kind === 'playtester' ? { ...said, playtest: true } : said;
    return { type: 'team.made.v1', data, player } as const;
  });
}

async function join(app: Joins, live: LiveHunt, joining: Joining & { team: string; code: string }) {
  const { playerId: player, playerName, team, code, kind } = joining;
  const { team: state } = await readStanding(app.redis, live, { team });
  const isPlaytest = kind === undefined ? state?.isPlaytest === true : kind === 'playtester';
  const said = { player, playerName, team, code };
  const data = isPlaytest ? { ...said, playtest: true } : said;
  return await askMembership(app, live, { type: 'player.joined.v1', data, player });
}

/** A problem when the player has left meanwhile. */
async function seatOf(
  app: Joins,
  live: LiveHunt,
  { player, team }: { readonly player: string; readonly team: string },
): Promise<Seat | Problem> {
  const { team: state } = await readStanding(app.redis, live, { team });
  const member = state?.roster.members.get(player);
  if (state === undefined || member === undefined) {
    return problem('not_in_team', `the player has left ${team}`);
  }
  return { player, member, team, state };
}
