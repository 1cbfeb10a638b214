/** What a player asks for about its team: an event in the hunt's log, and what became of it. */

import {
  CONTROL_SOURCE,
  type ControlData,
  type EventResult,
  type LiveHunt,
  type Problem,
  type ProblemCode,
  problem,
  TeamFault,
} from '@trove/contracts';
import type { MembershipType } from '@trove/core';
import { appendControl, bytesOfEventId, newTeamCode } from '@trove/streams';
import { v7 as uuidv7 } from 'uuid';
import type { DoorApp } from '../deps.js';
import { DOOR_LIMITS } from '../limits.js';
import { TEAM_DOOR_LIMITS } from './limits.js';

export interface Asked<T extends MembershipType> {
  readonly type: T;
  readonly data: ControlData<T>;
  /** Who asks. */
  readonly player: string;
}

type Asking = Pick<DoorApp, 'clock' | 'waiters' | 'log' | 'wake'>;

/** What the log has decided; a problem when it refused, or nobody decided in time. */
export async function askMembership<T extends MembershipType>(
  app: Asking,
  live: LiveHunt,
  asked: Asked<T>,
): Promise<EventResult | Problem> {
  return answerOf(await decided(app, live, asked));
}

/** The same for an act that needs a new code: where it is taken, another one is tried. */
export async function askWithCode<T extends MembershipType>(
  app: Asking,
  live: LiveHunt,
  askedWith: (code: string) => Asked<T>,
): Promise<EventResult | Problem> {
  let result: EventResult | undefined;
  for (let tries = 0; tries < TEAM_DOOR_LIMITS.codeTries; tries += 1) {
    result = await decided(app, live, askedWith(newTeamCode()));
    if (result?.reason !== 'code_taken') break;
  }
  return answerOf(result);
}

/** Undefined when nobody has decided in time. */
async function decided<T extends MembershipType>(
  app: Asking,
  { partition, slug: hunt }: LiveHunt,
  { type, data, player }: Asked<T>,
): Promise<EventResult | undefined> {
  const id = uuidv7({ msecs: Math.floor(app.clock.nowUs() / 1000) });
  const { outcome } = app.waiters.wait(bytesOfEventId(id), {
    source: CONTROL_SOURCE,
    waitMs: DOOR_LIMITS.waitMs,
  });
  const control = { partition, hunt, type, data, id, player, team: data.team };
  const { isOwned } = await appendControl(app.log, control);
  if (!isOwned) app.wake(partition);
  return await outcome;
}

function answerOf(result: EventResult | undefined): EventResult | Problem {
  const again = { retryAfterMs: 1_000 };
  if (result === undefined) return problem('not_ready', 'no worker decided in time', again);
  if (result.verdict === 'closed') {
    return problem('playtest_team', 'players and playtesters have no team together');
  }
  if (result.verdict !== 'locked') return result;
  const fault = TeamFault.safeParse(result.reason);
  const { code, detail } = REFUSALS[fault.success ? fault.data : 'code_taken'];
  return problem(code, detail, code === 'not_ready' ? again : {});
}

/** What a caller is told of each reason for which the log has refused. */
const REFUSALS: Readonly<Record<TeamFault, { code: ProblemCode; detail: string }>> = {
  already_joined: { code: 'already_joined', detail: 'leave the other team first' },
  name_taken: { code: 'team_name_taken', detail: 'choose another name, or join by its code' },
  code_taken: { code: 'not_ready', detail: 'no code was found for the team' },
  code_wrong: { code: 'wrong_team_code', detail: 'ask somebody of the team' },
  team_full: { code: 'team_full', detail: 'make a team of your own, or wait for a place' },
  teams_full: { code: 'teams_full', detail: 'join a team by its code' },
  not_in_team: { code: 'not_in_team', detail: 'the player has left it' },
  not_captain: { code: 'not_captain', detail: 'ask the team’s captain' },
  member_unknown: { code: 'member_unknown', detail: 'nobody in the team has this number' },
};
