/** Who is in a team: its members by player, who leads it, and the code that lets others in. */

export interface Member {
  /** Its number in the team, never given twice. */
  readonly member: number;
  readonly name: string;
  /** When it joined, ms on the hunt's clock. */
  readonly joinedMs: number;
}

export interface Roster {
  /** Absent of a team that no player has made. */
  readonly code: string | undefined;
  /** The number of who leads it; absent while nobody is in it. */
  readonly captain: number | undefined;
  /** How many numbers have been given. */
  readonly given: number;
  /** By player, in the order of their numbers. */
  readonly members: ReadonlyMap<string, Member>;
}

/** Shared by all teams that no player is in. */
export const NO_ROSTER: Roster = {
  code: undefined,
  captain: undefined,
  given: 0,
  members: new Map(),
};

/** A player's own `source`, which the door alone gives out with the player's token. */
export function sourceOfPlayer(hunt: string, player: string): string {
  return `/hunts/${hunt}/players/${player}`;
}

const PLAYERS = '/hunts/';

/** Under what name the directory of players knows a team's code; no player is called so. */
export function codeName(code: string): string {
  return `#${code}`;
}

/** The roster with one more member, who leads it when nobody else does. */
export function withMember(
  roster: Roster,
  { player, name, joinedMs }: { player: string; name: string | undefined; joinedMs: number },
): Roster {
  const member = roster.given + 1;
  const joined = { member, name: name ?? `Player ${member}`, joinedMs };
  return {
    ...roster,
    given: member,
    captain: roster.captain ?? member,
    members: new Map(roster.members).set(player, joined),
  };
}

/** The roster without a member; the captaincy passes to who has been in the team for longest. */
export function withoutMember(roster: Roster, player: string): Roster {
  const members = new Map(roster.members);
  const gone = members.get(player);
  members.delete(player);
  const [longest] = members.values();
  const captain = gone?.member === roster.captain ? longest?.member : roster.captain;
  return { ...roster, captain, members };
}

/** The player behind a number, while it is in the team. */
export function playerOf({ members }: Roster, member: number): string | undefined {
  for (const [player, one] of members) if (one.member === member) return player;
  return undefined;
}

/** Whether a player leads the team. */
export function isCaptain({ captain, members }: Roster, player: string): boolean {
  return captain !== undefined && members.get(player)?.member === captain;
}

/**
 * Whether a device speaks for a team that its player is not in: an event that was under way when
 * the player left. Servers send for whom they like, and their players are in no roster.
 */
export function isOutsider(
  { members }: Roster,
  { hunt, player, source }: { hunt: string; player: string; source: string },
): boolean {
  if (!source.startsWith(PLAYERS) || members.has(player)) return false;
  return source === sourceOfPlayer(hunt, player);
}
