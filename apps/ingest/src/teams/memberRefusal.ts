/** Asks the partition itself whether a player is in its team still, as far as it has decided. */
import { type PlayerClaims, type Problem, problem } from '@trove/contracts';
import { readStanding } from '@trove/streams';
import type { DoorApp } from '../deps.js';

type Member = Pick<PlayerClaims, 'hunt' | 'team' | 'sub' | 'member'>;

/** Why a token of these claims is worth nothing any more; undefined while it is. */
export async function memberRefusal(
  app: Pick<DoorApp, 'hunts' | 'clock' | 'redis'>,
  { hunt, team, sub, member }: Member,
): Promise<Problem | undefined> {
  await app.hunts.ensure([hunt], app.clock.nowUs() / 1000);
  const live = app.hunts.get(hunt);
  if (live === undefined) return problem('unknown_hunt', hunt);
  const standing = await readStanding(app.redis, live, { team });
  const isMember = standing.team?.roster.members.get(sub)?.member === member;
  return isMember ? undefined : problem('not_in_team', `the player has left ${team}`);
}
