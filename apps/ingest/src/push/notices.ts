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
  ServerMessages,
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

/** Sends a message with what it carries. */
type SendNotice = <M extends Notice['message']>(
  message: M,
  ...push: Parameters<ServerMessages[M]>
) => void;

/** Message and push belong together, which a compiler follows one message at a time. */
export function sendNotice(notice: Notice, send: SendNotice): void {
  switch (notice.message) {
    case 'broadcast':
      send(notice.message, notice.push);
      break;
    case 'phase':
      send(notice.message, notice.push);
      break;
    case 'opened':
      send(notice.message, notice.push);
      break;
    case 'recomputed':
      send(notice.message, notice.push);
      break;
  }
}

export function pushNotices(rooms: Rooms, partition: number, entry: OutEntry): void {
  for (const notice of noticesIn(partition, entry)) {
    const { push } = notice;
    const to = 'to' in push ? push.to : undefined;
    const room = to === undefined ? huntRoom(push.hunt) : teamRoom(push.hunt, to);
    sendNotice(notice, (message, ...said) => rooms.emit(room, message, ...said));
  }
}
