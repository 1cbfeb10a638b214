/** Published hunts as the doors and workers see them: outside the partitions, by slug and hash. */
import { LiveHunt } from '@trove/contracts';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, globalKeys, type KeySpace } from './keys.js';
import { DIRECTORY_LIMITS } from './limits.js';

/** What becomes of an entry as it stands; asked again where others write meanwhile. */
export type LiveChange = (before: LiveHunt | undefined) => LiveHunt | Promise<LiveHunt>;

export interface HuntDirectory {
  /** By slug. */
  list(): Promise<LiveHunt[]>;
  get(slug: string): Promise<LiveHunt | undefined>;
  /** Whatever stands there. */
  put(live: LiveHunt): Promise<void>;
  /**
   * Changes an entry on top of what others write meanwhile, and answers how it stands then.
   * `change` is asked until it changes nothing any more: what it reads itself is read behind it.
   */
  update(slug: string, change: LiveChange): Promise<LiveHunt>;
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
    async update(slug, change) {
      for (let turn = 0; turn < DIRECTORY_LIMITS.turns; turn += 1) {
        const text = await redis.get(global.live(slug));
        const before = text === null ? undefined : LiveHunt.parse(JSON.parse(text));
        const after = LiveHunt.parse(await change(before));
        // Parsed, both have their fields in one order.
        if (JSON.stringify(after) === JSON.stringify(before)) return after;
        await redis.troveReplace(1, global.live(slug), text ?? '', JSON.stringify(after));
        await redis.sadd(global.hunts, slug);
      }
      throw new Error(`the directory's entry of ${slug} changes faster than it can be written`);
    },
    async putBody(hash, json) {
      await redis.set(global.body(hash), json);
    },
    async body(hash) {
      return (await redis.get(global.body(hash))) ?? undefined;
    },
  };
}
