/**
 * What acts in a commit tell players beside results: broadcasts, new phases, clues that are open
 * for all, and that what was played counts by other rules now.
 */
import type {
  BroadcastPush,
  OpenedPush,
  PhasePush,
  RecomputedPush,
  ResultExtras,
} from '@trove/contracts';
import type { OutEntry } from '@trove/streams';
import type { Rooms } from './pusher.js';
import { huntRoom, offsetOf, teamRoom } from './roomsOfCommit.js';

export type Notice =
  | { readonly message: 'broadcast'; readonly push: BroadcastPush }
  | { readonly message: 'phase'; readonly push: PhasePush }
  | { readonly message: 'opened'; readonly push: OpenedPush }
  | { readonly message: 'recomputed'; readonly push: RecomputedPush };

/** How what such acts tell begins: nothing else of a commit is parsed for them. */
const BEGINS = /^\{"(?:broadcast|phase|openedForAll|recomputed)":/;

export function noticesIn(partition: number, entry: OutEntry): Notice[] {
  const { blob } = entry;
  const found: Notice[] = [];
  for (const [row, text] of blob.rowsWithExtras) {
    if (!BEGINS.test(text)) continue;
    const { broadcast, phase, openedForAll: clue, recomputed } = JSON.parse(text) as ResultExtras;
    const place = { partition, epoch: blob.epoch, offset: offsetOf(entry) };
    const hunt = blob.names.at(blob.huntOf(row));
    const told = { ...place, hunt, position: blob.firstPosition + row };
    if (broadcast !== undefined)
      found.push({ message: 'broadcast', push: { ...told, ...broadcast } });
    if (phase !== undefined) found.push({ message: 'phase', push: { ...told, phase } });
    if (clue !== undefined) found.push({ message: 'opened', push: { ...told, clue } });
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

/**
 * A notice as one of its kinds: message and push belong together, which the compiler can't follow
 * through the union when both are handed on.
 */
export function asOneKind(notice: Notice): Extract<Notice, { readonly message: 'phase' }> {
  return notice as Extract<Notice, { readonly message: 'phase' }>;
}

export function pushNotices(rooms: Rooms, partition: number, entry: OutEntry): void {
  for (const notice of noticesIn(partition, entry)) {
    const to = 'to' in notice.push ? notice.push.to : undefined;
    const { message, push } = asOneKind(notice);
    const room = to === undefined ? huntRoom(push.hunt) : teamRoom(push.hunt, to);
    rooms.emit(room, message, push);
  }
}
