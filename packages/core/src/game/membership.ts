/**
 * What players do to their teams: make one, join one, leave, send away, hand on; operators send
 * away too. Each is decided in the order of the log, so that of two who want the last place, or the
 * same name, one gets it.
 * Whatever can't be done changes nothing and says why.
 */
import {
  type ControlData,
  type ControlType,
  type MembershipChange,
  TEAM_LIMITS,
  type TeamFault,
} from '@trove/contracts';
import type { HuntDraft } from './huntDraft.js';
import type { Operated } from './operations.js';
import {
  codeName,
  isCaptain,
  type Member,
  playerOf,
  type Roster,
  withMember,
  withoutMember,
} from './roster.js';
import type { TeamDraft } from './teamDraft.js';

/** Which team a player, or the code of a team, leads to at this place of the log. */
export interface Directory {
  teamOf(name: string): string | undefined;
  /** `undefined`: to none from now on. */
  lead(name: string, team: string | undefined): void;
}

export interface Acting {
  readonly hunt: HuntDraft;
  readonly directory: Directory;
  /** Now on the hunt's clock, ms. */
  readonly nowMs: number;
}

export type MembershipType = Extract<
  ControlType,
  | 'team.made.v1'
  | 'player.joined.v1'
  | 'player.left.v1'
  | 'player.removed.v1'
  | 'team.captain_changed.v1'
  | 'team.member_removed.v1'
>;

type Act<T extends MembershipType> = (acting: Acting, data: ControlData<T>) => Operated;

/** What is so already: the same act again, from a door that did not hear of the first. */
const NOTED: Operated = { verdict: 'noted' };

function refused(reason: TeamFault | 'team_unknown'): Operated {
  return { verdict: 'locked', extras: { reason } };
}

function told(change: MembershipChange, { member, name }: Member): Operated {
  return { verdict: 'noted', extras: { membership: { change, member, name } } };
}

const makeTeam: Act<'team.made.v1'> = (acting, data) => {
  const { hunt, directory } = acting;
  const joined = directory.teamOf(data.player);
  if (joined !== undefined) return joined === data.team ? NOTED : refused('already_joined');
  const team = hunt.team(data.team);
  if (team.isKnown) return refused('name_taken');
  if (hunt.teamsMade >= (hunt.rules?.teams.most ?? TEAM_LIMITS.teams)) return refused('teams_full');
  if (directory.teamOf(codeName(data.code)) !== undefined) return refused('code_taken');
  if (data.playtest === true) team.makePlaytest();
  const isDivision = hunt.rules?.divisions.some(({ id }) => id === data.division) === true;
  if (isDivision) team.setDivision(data.division);
  hunt.teamsMade += 1;
  team.rename(data.name);
  team.changeRoster({ ...team.roster, code: data.code });
  directory.lead(codeName(data.code), data.team);
  return told('made', addMember(acting, team, data));
};

const joinTeam: Act<'player.joined.v1'> = (acting, data) => {
  const { hunt, directory } = acting;
  const joined = directory.teamOf(data.player);
  if (joined !== undefined) return joined === data.team ? NOTED : refused('already_joined');
  const team = hunt.team(data.team);
  // The door looked the code up before the log decided: it may be another one by now.
  if (team.roster.code !== data.code) return refused('code_wrong');
  if (team.isPlaytest !== (data.playtest ?? false)) return { verdict: 'closed' };
  const size = hunt.rules?.teams.size ?? TEAM_LIMITS.size;
  if (team.roster.members.size >= size) return refused('team_full');
  return told('joined', addMember(acting, team, data));
};

function addMember(
  { directory, nowMs }: Acting,
  team: TeamDraft,
  { player, playerName }: ControlData<'player.joined.v1'>,
): Member {
  const roster = withMember(team.roster, { player, name: playerName, joinedMs: nowMs });
  team.changeRoster(roster);
  directory.lead(player, team.team);
  return roster.members.get(player) as Member;
}

const leaveTeam: Act<'player.left.v1'> = (acting, { player, team: name }) => {
  const team = acting.hunt.team(name);
  const gone = team.roster.members.get(player);
  if (gone === undefined) return refused('not_in_team');
  takeOut(acting, team, player);
  return told('left', gone);
};

const removeMember: Act<'player.removed.v1'> = (acting, data) => {
  const { roster } = acting.hunt.team(data.team);
  return isCaptain(roster, data.captain) ? sendAway(acting, data) : refused('not_captain');
};

const removeByOperator: Act<'team.member_removed.v1'> = (acting, data) => {
  if (!acting.hunt.team(data.team).isKnown) return refused('team_unknown');
  const { extras, ...sent } = sendAway(acting, data);
  const { reason } = data;
  if (extras?.membership === undefined) return { ...sent, ...(extras && { extras }) };
  return { ...sent, extras: { membership: { ...extras.membership, reason } } };
};

type Away = Pick<ControlData<'player.removed.v1'>, 'team' | 'member' | 'code'>;

/** Who was sent away knows the code: it lets nobody in any more. */
function sendAway(acting: Acting, data: Away): Operated {
  const { hunt, directory } = acting;
  const team = hunt.team(data.team);
  const player = playerOf(team.roster, data.member);
  const gone = player === undefined ? undefined : team.roster.members.get(player);
  if (player === undefined || gone === undefined) return refused('member_unknown');
  if (directory.teamOf(codeName(data.code)) !== undefined) return refused('code_taken');
  if (team.roster.code !== undefined) directory.lead(codeName(team.roster.code), undefined);
  directory.lead(codeName(data.code), data.team);
  takeOut(acting, team, player);
  team.changeRoster({ ...team.roster, code: data.code });
  return told('removed', gone);
}

function takeOut({ directory }: Acting, team: TeamDraft, player: string): void {
  team.changeRoster(withoutMember(team.roster, player));
  directory.lead(player, undefined);
}

const changeCaptain: Act<'team.captain_changed.v1'> = ({ hunt }, data) => {
  const team = hunt.team(data.team);
  if (!isCaptain(team.roster, data.captain)) return refused('not_captain');
  const next = memberOf(team.roster, data.member);
  if (next === undefined) return refused('member_unknown');
  if (next.member === team.roster.captain) return NOTED;
  team.changeRoster({ ...team.roster, captain: next.member });
  return told('captain', next);
};

function memberOf(roster: Roster, member: number): Member | undefined {
  const player = playerOf(roster, member);
  return player === undefined ? undefined : roster.members.get(player);
}

const ACTS: { readonly [T in MembershipType]: Act<T> } = {
  'team.made.v1': makeTeam,
  'player.joined.v1': joinTeam,
  'player.left.v1': leaveTeam,
  'player.removed.v1': removeMember,
  'team.captain_changed.v1': changeCaptain,
  'team.member_removed.v1': removeByOperator,
};

/** An act with its data, as the log has it. */
export type MembershipEvent = {
  [T in MembershipType]: { readonly type: T; readonly data: ControlData<T> };
}[MembershipType];

export function isMembership(event: { readonly type: string }): event is MembershipEvent {
  return Object.hasOwn(ACTS, event.type);
}

export function changeMembership(acting: Acting, { type, data }: MembershipEvent): Operated {
  // Type and data belong together, which the compiler can't follow through the table.
  const act = ACTS[type] as Act<MembershipType>;
  return act(acting, data);
}

/** Names of the directory that have to be known before an act can be decided. */
export function directoryNames({ type, data }: MembershipEvent): readonly string[] {
  switch (type) {
    case 'team.made.v1':
      return [data.player, codeName(data.code)];
    case 'player.joined.v1':
      return [data.player];
    case 'player.removed.v1':
    case 'team.member_removed.v1':
      return [codeName(data.code)];
    default:
      return [];
  }
}
