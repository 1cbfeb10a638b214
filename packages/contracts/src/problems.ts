/** Every refusal has one of these codes. The table is the documentation of each. */
import { z } from 'zod';
import type { Immutable } from './immutable.js';
import { RefusedEvent } from './refusedEvent.js';

export const PROBLEMS = {
  malformed: { status: 400, retryable: false, means: 'Not JSON, or not the shape asked for.' },
  too_large: { status: 413, retryable: false, means: 'Frame, body or event above its bound.' },
  unknown_type: { status: 422, retryable: false, means: 'No event of this type is known.' },
  contract: { status: 422, retryable: false, means: 'A field breaks the contract of its type.' },
  unknown_hunt: { status: 404, retryable: false, means: 'No hunt of this name is published.' },
  hunt_not_allowed: { status: 403, retryable: false, means: 'The token is not for this hunt.' },
  other_team: { status: 403, retryable: false, means: 'The token is for another player or team.' },
  other_source: { status: 403, retryable: false, means: 'The token is for another source.' },
  id_from_future: { status: 422, retryable: false, means: 'The id is ahead of the server clock.' },
  id_too_old: { status: 422, retryable: false, means: 'The id is older than the dedup window.' },
  token_missing: { status: 401, retryable: false, means: 'A bearer token is needed.' },
  token_invalid: { status: 401, retryable: false, means: 'The token is forged or not for this.' },
  token_expired: { status: 401, retryable: true, means: 'Refresh the token and send again.' },
  not_permitted: { status: 403, retryable: false, means: 'The token does not permit this.' },
  wrong_join_code: { status: 403, retryable: false, means: 'The join code is not this hunt’s.' },
  wrong_team_code: { status: 403, retryable: false, means: 'No team of the hunt has this code.' },
  team_name_taken: { status: 409, retryable: false, means: 'Another team has this name.' },
  team_full: { status: 409, retryable: false, means: 'The team has all the players it may have.' },
  teams_full: { status: 409, retryable: false, means: 'The hunt has all the teams it may have.' },
  not_in_team: { status: 403, retryable: false, means: 'The player has left this team.' },
  not_captain: { status: 403, retryable: false, means: 'Only the team’s captain may do this.' },
  member_unknown: { status: 404, retryable: false, means: 'Nobody in the team has this number.' },
  already_joined: { status: 409, retryable: false, means: 'This player is in another team.' },
  playtest_team: { status: 409, retryable: false, means: 'Playtesters have teams of their own.' },
  not_a_photo: { status: 415, retryable: false, means: 'Not an image of a kind that is taken.' },
  too_many_photos: { status: 409, retryable: false, means: 'The team has sent all it may.' },
  hunt_full: { status: 409, retryable: false, means: 'The hunt has reached its bound of events.' },
  rate_limited: { status: 429, retryable: true, means: 'Too much at once; `detail` says of whom.' },
  busy: { status: 503, retryable: true, means: 'The log is behind its bound; send again later.' },
  out_of_order: { status: 503, retryable: true, means: 'An earlier batch of yours was refused.' },
  not_ready: { status: 503, retryable: true, means: 'A server this one depends on is away.' },
  undecided: { status: 409, retryable: true, means: 'It is in the log and not decided yet.' },
  not_possible: { status: 409, retryable: false, means: 'The hunt does not allow it now.' },
  not_found: { status: 404, retryable: false, means: 'There is nothing under this name.' },
  not_searched: { status: 404, retryable: false, means: 'More may hold it than was looked at.' },
  refused: { status: 404, retryable: false, means: 'The door refused it: it is in no log.' },
  outdated: { status: 409, retryable: false, means: 'Somebody else changed it since.' },
  invalid_hunt: { status: 422, retryable: false, means: 'The hunt file has mistakes.' },
} as const satisfies Record<string, { status: number; retryable: boolean; means: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const ProblemCode = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

export const Problem = z
  .object({
    code: ProblemCode,
    title: z.string(),
    detail: z.string(),
    status: z.int(),
    path: z.string().optional(),
    retryAfterMs: z.int().optional(),
    refused: RefusedEvent.optional().describe('Of a receipt asked for: what the door refused.'),
  })
  .describe('RFC 9457 problem details, also the error of socket answers.');
export type Problem = Immutable<z.infer<typeof Problem>>;

/** A problem of this code; `detail` says what was found in this case. */
export function problem(code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem {
  return { code, title: PROBLEMS[code].means, detail, status: PROBLEMS[code].status, ...more };
}
