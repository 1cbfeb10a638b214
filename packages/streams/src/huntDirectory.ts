/** Published hunts as the doors and workers see them: outside the partitions, by slug and hash. */
import { LiveHunt } from '@trove/contracts';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, globalKeys, type KeySpace } from './keys.js';

export interface HuntDirectory {
  /** By slug. */
  list(): Promise<LiveHunt[]>;
  get(slug: string): Promise<LiveHunt | undefined>;
  put(live: LiveHunt): Promise<void>;
  /** Stores a version's canonical JSON under its hash; must precede its publication event. */
  putBody(hash: string, json: string): Promise<void>;
  body(hash: string): Promise<string | undefined>;
}

export function createHuntDirectory(
  redis: TroveRedis,
  keys: KeySpace = DEFAULT_KEYS,
): HuntDirectory {
  const global = globalKeys(keys);
  return {
    async list() {
      const slugs = (await redis.smembers(global.hunts)).sort();
      if (slugs.length === 0) return [];
      const texts = await redis.mget(...slugs.map((slug) => global.live(slug)));
      return texts.flatMap((text) => (text === null ? [] : [LiveHunt.parse(JSON.parse(text))]));
    },
    async get(slug) {
      const text = await redis.get(global.live(slug));
      return text === null ? undefined : LiveHunt.parse(JSON.parse(text));
    },
    async put(live) {
      await redis.set(global.live(live.slug), JSON.stringify(live));
      await redis.sadd(global.hunts, live.slug);
    },
    async putBody(hash, json) {
      await redis.set(global.body(hash), json);
    },
    async body(hash) {
      return (await redis.get(global.body(hash))) ?? undefined;
    },
  };
}
