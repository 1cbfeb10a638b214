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
