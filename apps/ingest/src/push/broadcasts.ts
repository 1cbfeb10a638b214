/** Operators' broadcasts in a commit, as pushes to the players they are for. */
import type { BroadcastPush, ResultExtras } from '@trove/contracts';
import type { OutBlob, OutEntry } from '@trove/streams';
import { offsetOf, teamRoom } from './backlog.js';
import { huntRoom } from './boardPusher.js';
import type { Rooms } from './pusher.js';

/** How what a broadcast tells begins: nothing else of a commit is parsed for it. */
const BEGINS = '{"broadcast":';

export function broadcastsIn(partition: number, entry: OutEntry): BroadcastPush[] {
  const { blob } = entry;
  const found: BroadcastPush[] = [];
  for (const [row, text] of blob.rowsWithExtras) {
    if (!text.startsWith(BEGINS)) continue;
    const { broadcast } = JSON.parse(text) as ResultExtras;
    if (broadcast === undefined) continue;
    const place = { partition, epoch: blob.epoch, offset: offsetOf(entry) };
    const position = blob.firstPosition + row;
    found.push({ ...place, hunt: huntOf(blob, row), ...broadcast, position });
  }
  return found;
}

function huntOf(blob: OutBlob, row: number): string {
  return blob.names.at(blob.huntOf(row));
}

export function pushBroadcasts(rooms: Rooms, partition: number, entry: OutEntry): void {
  for (const push of broadcastsIn(partition, entry)) {
    const { hunt, to } = push;
    rooms.emit(to === undefined ? huntRoom(hunt) : teamRoom(hunt, to), 'broadcast', push);
  }
}
