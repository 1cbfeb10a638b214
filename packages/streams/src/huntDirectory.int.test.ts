/** The directory under writers that do not know of each other, on a real server. */
import { randomUUID } from 'node:crypto';
import { canonicalHunt } from '@trove/core';
import { huntDefinition } from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tellPublication } from './announcePublication.js';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { createHuntDirectory, type HuntDirectory } from './huntDirectory.js';
import type { KeySpace } from './keys.js';

let redis: TroveRedis;
let keys: KeySpace;
let directory: HuntDirectory;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'directory-test' });
  keys = { prefix: `test-${randomUUID()}` };
  directory = createHuntDirectory(redis, keys);
});
afterEach(async () => {
  const names = await redis.keys(`${keys.prefix}:*`);
  if (names.length > 0) await redis.del(...names);
  redis.disconnect();
});

const definition = huntDefinition();
const { slug } = definition;
const body = canonicalHunt(definition);

const tell = (version: number) => {
  const hash = String(version).repeat(64).slice(0, 64);
  return tellPublication(redis, { slug, version, hash, body, partition: 0 }, keys);
};
/** What an operator's act tells, with something that happens between its read and its write. */
const pause = async (meanwhile: () => Promise<unknown> = async () => undefined) => {
  let isFirst = true;
  await directory.update(slug, async (before) => {
    if (isFirst) await meanwhile();
    isFirst = false;
    return { ...(before ?? (await tell(1))), phase: 'paused' };
  });
};

it('O1 keeps a version that is told while a phase is', async () => {
  await tell(1);
  await pause(() => tell(2));
  expect(await directory.get(slug)).toMatchObject({ version: 2, phase: 'paused' });
});

it('O1 keeps a phase that is told while a version is, and takes no version back', async () => {
  await tell(1);
  await Promise.all([tell(3), pause(), tell(2), tell(1), tell(2)]);
  expect(await directory.get(slug)).toMatchObject({ version: 3, phase: 'paused' });
  expect(await tell(2)).toMatchObject({ version: 3, phase: 'paused' });
  expect((await directory.list()).map((live) => live.slug)).toEqual([slug]);
});

it('O1 asks again until what was read behind the entry is what stands in it', async () => {
  await tell(1);
  // Somebody pauses and lets go on between the read and the write: the text is what it was.
  let phase: 'paused' | 'live' = 'paused';
  const asked: string[] = [];
  await directory.update(slug, async (before) => {
    const read = phase;
    phase = 'live';
    asked.push(read);
    return { ...(before ?? (await tell(1))), phase: read };
  });
  expect(asked).toEqual(['paused', 'live', 'live']);
  expect(await directory.get(slug)).toMatchObject({ phase: 'live' });
});

it('O1 gives up on a change that never comes to rest', async () => {
  await tell(1);
  let version = 1;
  const restless = directory.update(slug, async (before) => {
    version += 1;
    return { ...(before ?? (await tell(1))), version };
  });
  await expect(restless).rejects.toThrow('faster than it can be written');
});
