/** The live source on Redis, and on PostgreSQL as far as it is asked whether it answers. */
import { logger, partitionReads, redis } from '../connections';
import { streams } from '../packages';
import { nameEvents } from '../reads/nameEvents';
import type { LiveSource } from './liveSource';
import { readSurroundings } from './surroundings';
import { withTimeout } from './withTimeout';

/** Names are worth waiting for a little: rules that were never read take longest. */
const NAMES_WITHIN_MS = 500;

export function redisLiveSource(): LiveSource {
  return {
    frames: (cursor) => streams.readMetrics(redis(), cursor),
    partitions: async () => await (await partitionReads()).status(),
    recent: async (limit) => (await (await partitionReads()).recent({ limit })).events,
    named: async (events) => {
      if (events.length === 0) return events;
      return await withTimeout(nameEvents(events), NAMES_WITHIN_MS).catch((err: unknown) => {
        logger().warn({ err }, 'the feed goes without names');
        return events;
      });
    },
    surroundings: readSurroundings,
    nowMs: async () => {
      const [seconds, micros] = await redis().time();
      return Number(seconds) * 1_000 + Number(micros) / 1_000;
    },
  };
}
