/** Rows of a check-in file as events, in the file's order: each user is a team of one. */
import type { PlayEvent } from '@trove/contracts';
import { type Checkin, readCheckins } from './checkinFile.js';
import { RowIds } from './rowIds.js';

/** One row as the event of visiting its place. */
export function replayEvent(row: Checkin, hunt: string, ids: RowIds): PlayEvent {
  const { user, time, timeMs, lat, lon, place, text } = row;
  return {
    id: ids.next(timeMs, text),
    type: 'place.visited.v1',
    time,
    hunt,
    player: user,
    team: user,
    data: { place, lat, lon },
  };
}

/** All events of a file in batches of `size`. */
export async function* replayBatches(
  path: string,
  hunt: string,
  size: number,
): AsyncGenerator<readonly PlayEvent[]> {
  const ids = new RowIds();
  let batch: PlayEvent[] = [];
  for await (const row of readCheckins(path)) {
    batch.push(replayEvent(row, hunt, ids));
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
