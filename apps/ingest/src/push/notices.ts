/**
 * What acts in a commit tell players beside results: broadcasts, new phases, and that what was played
 * counts by other rules now.
 */
import type { BroadcastPush, PhasePush, RecomputedPush, ResultExtras } from '@trove/contracts';
import type { OutEntry } from '@trove/streams';
import type { Rooms } from './pusher.js';
import { huntRoom, offsetOf, teamRoom } from './roomsOfCommit.js';

export type Notice =
  | { readonly message: 'broadcast'; readonly push: BroadcastPush }
  | { readonly message: 'phase'; readonly push: PhasePush }
  | { readonly message: 'recomputed'; readonly push: RecomputedPush };

/** How what such acts tell begins: nothing else of a commit is parsed for them. */
const BEGINS = /^\{"(?:broadcast|phase|recomputed)":/;

export function noticesIn(partition: number, entry: OutEntry): Notice[] {
  const { blob } = entry;
  const found: Notice[] = [];
  for (const [row, text] of blob.rowsWithExtras) {
    if (!BEGINS.test(text)) continue;
    const { broadcast, phase, recomputed } = JSON.parse(text) as ResultExtras;
    const place = { partition, epoch: blob.epoch, offset: offsetOf(entry) };
    const hunt = blob.names.at(blob.huntOf(row));
    const told = { ...place, hunt, position: blob.firstPosition + row };
    if (broadcast !== undefined)
      found.push({ message: 'broadcast', push: { ...told, ...broadcast } });
    if (phase !== undefined) found.push({ message: 'phase', push: { ...told, phase } });
    if (recomputed !== undefined)
      found.push({ message: 'recomputed', push: { ...told, ...recomputed } });
  }
  return found;
}

/** Whether a notice is for a team. */
export function isNoticeFor({ message, push }: Notice, hunt: string, team: string): boolean {
  if (push.hunt !== hunt) return false;
  return message !== 'broadcast' || push.to === undefined || push.to === team;
}

export function pushNotices(rooms: Rooms, partition: number, entry: OutEntry): void {
  for (const { message, push } of noticesIn(partition, entry)) {
    const room = huntRoom(push.hunt);
    if (message === 'phase') rooms.emit(room, message, push);
    else if (message === 'recomputed') rooms.emit(room, message, push);
    else rooms.emit(push.to === undefined ? room : teamRoom(push.hunt, push.to), message, push);
  }
}
