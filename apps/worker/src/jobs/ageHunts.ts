/** The handler of `age-hunts`: whoever sweeps the partitions wakes a worker for what it appends. */
import { ageHunt, createHuntDirectory, type KeySpace, type TroveRedis } from '@trove/streams';

export interface AgeHuntsDeps {
  readonly redis: TroveRedis;
  readonly keys: KeySpace;
  /** On Redis's clock, which is asked when this is absent. */
  readonly nowMs?: () => number;
}

export function createAgeHunts({ redis, keys, nowMs }: AgeHuntsDeps) {
  return async (): Promise<void> => {
    const [seconds, micros] = await redis.time();
    const redisMs = Number(seconds) * 1_000 + Number(micros) / 1_000;
    for (const live of await createHuntDirectory(redis, keys).list()) {
      await ageHunt(redis, { live, nowMs: nowMs?.() ?? redisMs, keys });
    }
  };
}
