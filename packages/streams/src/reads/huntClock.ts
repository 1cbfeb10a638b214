/** Where a hunt's event time stands, read from its partition. */
import type { LiveHunt } from '@trove/contracts';
import { type Watermark, watermarkAt } from '@trove/core';
import { HUNT_HEAD, parseHunt } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

export interface HuntClock extends Watermark {
  /** Now on Redis's clock, ms; of a hunt on its events' clock, its own now. */
  readonly nowMs: number;
}

/** In the order asked for; undefined where no event was judged yet. One round trip. */
export async function readHuntClocks(
  redis: TroveRedis,
  hunts: readonly LiveHunt[],
  space: KeySpace = DEFAULT_KEYS,
): Promise<readonly (HuntClock | undefined)[]> {
  const heads = hunts.map(({ slug, partition }) => {
    return redis.hget(partitionKeys(space, partition).hunt(slug), HUNT_HEAD);
  });
  const [time, ...texts] = await Promise.all([redis.time(), ...heads]);
  const [seconds = 0, micros = 0] = time.map(Number);
  const wallMs = seconds * 1000 + micros / 1000;
  return hunts.map(({ slug, clock }, i) => {
    const text = texts[i];
    const state = typeof text === 'string' ? parseHunt(slug, { [HUNT_HEAD]: text }) : undefined;
    if (state === undefined || state.lastPlayMs === 0) return undefined;
    const nowMs = clock === 'events' ? state.maxTimeMs : wallMs;
    return { ...watermarkAt(state, nowMs), nowMs };
  });
}
