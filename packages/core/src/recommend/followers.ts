/**
 * What teams solved right after a clue, in bounded memory: the Space-Saving summary (Metwally,
 * Agrawal, El Abbadi, "Efficient Computation of Frequent and Top-k Elements in Data Streams",
 * ICDT 2005). When it is full, the rarest successor makes room and the newcomer inherits its
 * count, so that a frequent one is never lost; what was inherited is kept as its error.
 */
import type { Follower, Followers } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';

/** Counts one more team in a map that is the caller's own to write. */
export function addFollower(followers: Map<string, Follower>, clue: string): void {
  const known = followers.get(clue);
  if (known !== undefined) {
    followers.set(clue, { count: known.count + 1, error: known.error });
    return;
  }
  if (followers.size < RECOMMEND_LIMITS.followers) {
    followers.set(clue, { count: 1, error: 0 });
    return;
  }
  const [rarest, { count }] = rarestOf(followers);
  followers.delete(rarest);
  followers.set(clue, { count: count + 1, error: count });
}

/** Teams that surely went there next: the count without what it inherited. */
export function teamsOf(follower: Follower | undefined): number {
  return follower === undefined ? 0 : follower.count - follower.error;
}

/** The smallest count; of several the one that came first. */
function rarestOf(followers: Followers): readonly [string, Follower] {
  let rarest: readonly [string, Follower] | undefined;
  for (const entry of followers) {
    if (rarest === undefined || entry[1].count < rarest[1].count) rarest = entry;
  }
  if (rarest === undefined) throw new Error('an empty summary is not full');
  return rarest;
}
