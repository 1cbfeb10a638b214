/** At the start of a door: the results of the last minutes, so that its clients can resume. */
import { DEFAULT_KEYS, OutReader, partitionKeys } from '@trove/streams';
import type { DoorApp } from '../deps.js';
import { DOOR_LIMITS } from '../limits.js';
import { offsetOf } from './roomsOfCommit.js';

/** Commits read back at the most; older ones are answered by a snapshot. */
const MAX_COMMITS = 2_000;

/**
 * Fills the backlog; answers the place in each partition's `out` to follow from, none where its
 * newest commit can't be read. Beyond one that can't be read nothing is taken.
 */
export async function fillBacklog(
  app: Pick<DoorApp, 'redis' | 'backlog' | 'departures' | 'clock'>,
  partitions: readonly number[],
  onError: (error: unknown, partition: number) => void,
): Promise<Map<number, string>> {
  const from = new Map<number, string>();
  const oldestUs = app.clock.nowUs() - DOOR_LIMITS.backlogMs * 1000;
  for (const partition of partitions) {
    const reader = new OutReader(app.redis, partition, partitionKeys(DEFAULT_KEYS, partition));
    const entries = [];
    let isUnreadable = false;
    try {
      for await (const entry of reader.backwards()) {
        if (entry.committedAtUs < oldestUs || entries.length >= MAX_COMMITS) {
          app.backlog.setHead({ partition, epoch: entry.blob.epoch, offset: offsetOf(entry) });
          break;
        }
        entries.push(entry);
      }
    } catch (error) {
      onError(error, partition);
      isUnreadable = true;
    }
    const oldest = entries.at(-1);
    if (isUnreadable || entries.length >= MAX_COMMITS) {
      app.departures.heardSince((oldest?.committedAtUs ?? app.clock.nowUs()) / 1000);
    }
    for (const entry of entries.reverse()) {
      app.backlog.add(partition, entry);
      app.departures.note(entry);
      entry.blob.names.forget();
    }
    if (isUnreadable && oldest === undefined) continue;
    from.set(partition, `${app.backlog.head(partition).offset}-0`);
  }
  return from;
}
