/** The live source on Redis, and on PostgreSQL as far as it is asked whether it answers. */
import { partitionReads, redis } from '../connections';
import { streams } from '../packages';
import type { LiveSource } from './liveSource';
import { readSurroundings } from './surroundings';

export function redisLiveSource(): LiveSource {
  return {
    frames: (cursor) => streams.readMetrics(redis(), cursor),
    partitions: async () => await (await partitionReads()).status(),
    recent: async (limit) => (await (await partitionReads()).recent({ limit })).events,
    surroundings: readSurroundings,
    nowMs: async () => {
      const [seconds, micros] = await redis().time();
      return Number(seconds) * 1_000 + Number(micros) / 1_000;
    },
  };
}
