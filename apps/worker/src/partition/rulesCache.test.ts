/** Rules that fail are counted by hunt, also when what was compiled is thrown away. */
import { HuntDefinition } from '@trove/contracts';
import type { CompiledHunt } from '@trove/core';
import { expect, it } from 'vitest';
import { RulesCache } from './rulesCache.js';

const RULE = {
  id: 'odd',
  on: 'code.scanned.v1',
  when: '1 / (team.score - team.score) > 0',
  then: { award: 5 },
};
const body = (slug: string) =>
  JSON.stringify(
    HuntDefinition.parse({
      trove: 1,
      slug,
      title: slug,
      clues: [{ id: 'clock', title: 'Clock', points: 1, find: { code: 'CLOCK' } }],
      rules: [RULE],
    }),
  );

it('counts faults of every version of a hunt, and none of hunts without', async () => {
  const cache = new RulesCache({ body: async (hash) => body(hash) });
  expect([...cache.faults()]).toEqual([]);
  for (const version of [1, 2]) {
    await cache.ensure('night', version);
    const { rules } = cache.get('night', version) as CompiledHunt;
    const rule = rules.get('code.scanned.v1')?.[0];
    rule?.ask({ team: { score: 1 } } as Parameters<typeof rule.ask>[0]);
  }
  await cache.ensure('day', 1);
  expect([...cache.faults()]).toEqual([['night', 2]]);
});

it('keeps what is asked for however many there are, and lets go of what no longer is', async () => {
  const clock = { nowMs: 0 };
  const asked = { bodies: 0 };
  const read = async (hash: string) => {
    asked.bodies += 1;
    return body(hash);
  };
  const cache = new RulesCache({ body: read }, () => clock.nowMs);
  const hunts = Array.from({ length: 600 }, (_, i) => `h${i}`);
  for (const hunt of hunts) await cache.ensure(hunt, 1);
  expect(hunts.filter((hunt) => cache.get(hunt, 1) === undefined)).toEqual([]);
  clock.nowMs = 3_600_000;
  for (const hunt of hunts.slice(300)) await cache.ensure(hunt, 1);
  expect(asked.bodies).toBe(600);
  await cache.ensure('new', 1);
  expect(cache.get('h0', 1)).toBeUndefined();
  expect(cache.get('h599', 1)).toBeDefined();
});
