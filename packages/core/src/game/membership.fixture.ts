/** What players do to their teams as events of a log, and what their own devices send. */
import type { ControlData } from '@trove/contracts';
import { control, type Fold, scan } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import type { MembershipType } from './membership.js';
import { sourceOfPlayer } from './roster.js';

let next = 0;

export function change<T extends MembershipType>(type: T, data: ControlData<T>): LoggedEvent {
  next += 1;
  const said = { type, data } as Pick<LoggedEvent, 'type' | 'data'>;
  return control(said, { number: 700_000 + next, team: data.team });
}

/** The code that a team of these tests begins with. */
export const codeOf = (team: string) => `${team}-1`.toUpperCase();

export function made(
  player: string,
  team: string,
  more: { playtest?: boolean; division?: string } = {},
) {
  const called = { playerName: player.toUpperCase(), name: team.toUpperCase() };
  return change('team.made.v1', { player, team, code: codeOf(team), ...called, ...more });
}

export function joins(player: string, team: string, code = codeOf(team)) {
  return change('player.joined.v1', { player, team, code });
}

export function leaves(player: string, team: string) {
  return change('player.left.v1', { player, team });
}

/** Of this team the captain sends somebody away. */
export function sendsAway(captain: string, team: string, member: number) {
  next += 1;
  return change('player.removed.v1', { captain, team, member, code: `${team}-2-${next}` });
}

/** An operator sends somebody away. */
export function sentAway(team: string, member: number, reason = 'rude words') {
  next += 1;
  return change('team.member_removed.v1', {
    ...{ team, member, reason, by: 'jury', code: `${team}-2-${next}` },
  });
}

export function handsOn(captain: string, team: string, member: number) {
  return change('team.captain_changed.v1', { captain, team, member });
}

/** A scan that the player's own device sent for a team. */
export function ownScan(player: string, team: string, sent: { code?: string; number: number }) {
  const { code = 'CLOCK', number } = sent;
  const event = scan(code, { number, team });
  return { ...event, player, source: sourceOfPlayer('hunt', player) } as LoggedEvent;
}

export function teamIn(fold: Fold, team = 'herons') {
  return fold.cells.teams.get('hunt')?.get(team);
}

/** Its members as `number:name`, and who leads it. */
export function rosterIn(fold: Fold, team = 'herons') {
  const roster = teamIn(fold, team)?.roster;
  const members = [...(roster?.members.values() ?? [])];
  return { captain: roster?.captain, members: members.map((one) => `${one.member}:${one.name}`) };
}
