/** Joining a hunt over HTTP, and what a refusal means to the player who reads it. */
import type { JoinReply, JoinRequest, LeaveReply, Problem, ProblemCode } from '@trove/contracts';
import { freshToken } from './freshToken';
import { PLAY_LIMITS } from './limits';

export type Joining =
  | { readonly ok: true; readonly session: JoinReply }
  | { readonly ok: false; readonly says: string; readonly field?: JoinField | undefined };

/** What the player has to look at again. */
export type JoinField = 'code' | 'teamName' | 'teamCode' | 'playerName';

interface JoinCall {
  readonly door: string;
  readonly slug: string;
  readonly request: JoinRequest;
}

/** Never throws: no answer is a refusal like any other. */
export async function joinPlay({ door, slug, request }: JoinCall): Promise<Joining> {
  const path = `/v1/hunts/${encodeURIComponent(slug)}/join`;
  const reply = await post(new URL(path, door), request, {});
  if (reply === undefined) return { ok: false, says: NO_SIGNAL };
  if (reply.ok) return { ok: true, session: reply.body as JoinReply };
  const { code, path: field } = reply.body as Problem;
  const [says, about] = REFUSALS[code] ?? UNKNOWN;
  return { ok: false, says, field: about ?? fieldOf(field) };
}

/** Undefined when the server has let the player go; else what to tell. */
export async function leavePlay(door: string, session: JoinReply): Promise<string | undefined> {
  const path = `/v1/hunts/${encodeURIComponent(session.hunt)}/leave`;
  const token = await freshToken(door, session);
  if (token === undefined) return NO_SIGNAL;
  const authorization = `Bearer ${token}`;
  const reply = await post<LeaveReply>(new URL(path, door), {}, { authorization });
  if (reply === undefined) return NO_SIGNAL;
  if (reply.ok || (reply.body as Problem).code === 'not_in_team') return undefined;
  return REFUSALS[(reply.body as Problem).code]?.[0] ?? UNKNOWN[0];
}

export const NO_SIGNAL = 'No answer from the hunt. Is there a signal here? Try again in a moment.';

type Refusal = readonly [says: string, field?: JoinField];

const UNKNOWN: Refusal = ['The hunt could not let you in just now. Try again in a moment.'];

const REFUSALS: Partial<Record<ProblemCode, Refusal>> = {
  unknown_hunt: ['There is no hunt of this name.'],
  wrong_join_code: ['This is not the hunt’s code. It stands on the poster or ticket.', 'code'],
  wrong_team_code: ['No team has this code. Ask your team-mates to read it out again.', 'teamCode'],
  team_name_taken: ['Another team has this name already. Think of another one.', 'teamName'],
  team_full: ['This team has all the players it may have.', 'teamCode'],
  teams_full: ['This hunt has all the teams it may have. You can still join one by its code.'],
  already_joined: ['This phone plays in another team of this hunt.'],
  playtest_team: ['This code is for trying the hunt out, and that team plays it for real.'],
  rate_limited: ['Too many wrong codes. Wait a minute, and try again.', 'code'],
  hunt_full: ['This hunt takes no more players.'],
  not_ready: ['The hunt does not answer just now. Try again in a moment.'],
  token_expired: ['Your pass has run out. Join again with the hunt’s code.'],
  token_invalid: ['Your pass does not hold any more. Join again with the hunt’s code.'],
};

const FIELDS = new Set<string>(['code', 'teamName', 'teamCode', 'playerName']);

function fieldOf(path: string | undefined): JoinField | undefined {
  return path !== undefined && FIELDS.has(path) ? (path as JoinField) : undefined;
}

interface Posted<T> {
  readonly ok: boolean;
  readonly body: T | Problem;
}

async function post<T = JoinReply>(
  url: URL,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Posted<T> | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PLAY_LIMITS.joinMs),
    });
    return { ok: response.ok, body: (await response.json()) as T | Problem };
  } catch {
    // Neither a dead connection nor a proxy's own page has anything to tell a player.
    return undefined;
  }
}
