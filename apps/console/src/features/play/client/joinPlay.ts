/** Joining a hunt, and what a refusal means to the player who reads it. */
import type { JoinRequest, ProblemCode } from '@trove/contracts';
import { joinHunt, type Session, TroveError } from '@trove/player-sdk';

export type Joining =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly says: string; readonly field?: JoinField | undefined };

/** What the player has to look at again. */
export type JoinField = 'code' | 'teamName' | 'teamCode' | 'playerName';

interface JoinCall {
  readonly door: string;
  readonly slug: string;
  readonly request: JoinRequest;
}

/** Rejects only for mistakes of ours: no answer is a refusal like any other. */
export async function joinPlay({ door, slug, request }: JoinCall): Promise<Joining> {
  try {
    return { ok: true, session: await joinHunt({ ...request, url: door, hunt: slug }) };
  } catch (error) {
    if (!(error instanceof TroveError)) throw error;
    const { code, path } = error.problem;
    const named = fieldOf(path);
    if (code === 'malformed' && named !== undefined) {
      return { ok: false, says: MALFORMED[named], field: named };
    }
    const [says, field] = REFUSALS[code] ?? UNKNOWN;
    return { ok: false, says, field: field ?? named };
  }
}

export const NO_SIGNAL = 'No answer from the hunt. Is there a signal here? Try again in a moment.';

/** What a refusal of the door means, for whatever was asked. */
export function wordsOfRefusal(code: ProblemCode): string {
  return (REFUSALS[code] ?? UNKNOWN)[0];
}

type Refusal = readonly [says: string, field?: JoinField];

const UNKNOWN: Refusal = ['The hunt could not do that just now. Try again in a moment.'];

const REFUSALS: Partial<Record<ProblemCode, Refusal>> = {
  not_ready: [NO_SIGNAL],
  unknown_hunt: ['There is no hunt of this name.'],
  wrong_join_code: ['This is not the hunt’s code. It stands on the poster or ticket.', 'code'],
  wrong_team_code: ['No team has this code. Ask your team-mates to read it out again.', 'teamCode'],
  team_name_taken: ['Another team has this name already. Think of another one.', 'teamName'],
  team_full: ['This team has all the players it may have.', 'teamCode'],
  teams_full: ['This hunt has all the teams it may have. You can still join one by its code.'],
  already_joined: ['This phone plays in another team of this hunt.'],
  playtest_team: ['This code is for trying the hunt out, and that team plays it for real.'],
  rate_limited: ['That was a lot in a short time. Wait a minute, and try again.'],
  hunt_full: ['This hunt takes no more players.'],
  not_captain: ['Only the captain may do that.'],
  member_unknown: ['That player is not in the team any more.'],
  too_large: ['This picture is too large. Take it with the camera here.'],
  too_many_photos: ['That is all the photos the hunt takes of your team.'],
  not_permitted: ['The hunt does not take this of you.'],
  not_found: ['The hunt does not know this any more.'],
  malformed: ['The hunt can’t read that.'],
  not_a_photo: ['This is no picture that the hunt can read. Take another one.'],
};

const MALFORMED: Readonly<Record<JoinField, string>> = {
  code: 'This can’t be the hunt’s code. Look at it once more.',
  teamName: 'A team can’t be called that. Use letters or numbers, not too many.',
  teamCode: 'A team’s code has eight letters and numbers, without 0, 1, I, L and O.',
  playerName: 'You can’t be called that here. Use letters or numbers, not too many.',
};

const FIELDS: Readonly<Record<string, JoinField>> = {
  code: 'code',
  teamName: 'teamName',
  teamCode: 'teamCode',
  playerName: 'playerName',
};

function fieldOf(path: string | undefined): JoinField | undefined {
  return path === undefined ? undefined : FIELDS[path];
}
