/** What a client that comes back is told: what it missed, in few messages, or that it can't be. */
import type { ResultOffset, ResultsPush } from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';
import type { Backlog } from './backlog.js';
import { packMissed } from './packMissed.js';

export interface Missed {
  /** False when any of it is not here any more, or is more than may wait for a socket. */
  readonly recovered: boolean;
  readonly pushes: readonly ResultsPush[];
}

export function missedBy(
  backlog: Pick<Backlog, 'since'>,
  room: string,
  last: readonly ResultOffset[],
): Missed {
  const found = last.map((place) => backlog.since(room, place));
  const pushes = packMissed(found.flatMap((one) => one ?? []));
  if (pushes.length > DOOR_LIMITS.missedPushes) return { recovered: false, pushes: [] };
  return { recovered: found.every((one) => one !== undefined), pushes };
}

/**
 * The places that a client names, as far as they can bring it anything: one in each partition that
 * it has results in. One that names others only is not told that it missed nothing.
 */
export function placesNamed(
  last: readonly ResultOffset[],
  heads: readonly ResultOffset[],
): readonly ResultOffset[] {
  const known = new Set(heads.map(({ partition }) => partition));
  const named = last.filter(({ partition }) => known.has(partition));
  if (named.length === 0) return last.slice(0, 1);
  return [...new Map(named.map((place) => [place.partition, place])).values()];
}
