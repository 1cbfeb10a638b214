import { randomUUID } from 'node:crypto';
import { LiveHunt } from '@trove/contracts';
import { newTeam } from '@trove/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { teamText } from '../commit/stateCodec.js';
import { connectRedis, type TroveRedis } from '../connectRedis.js';
import { partitionKeys } from '../keys.js';
import { readBoard } from './boardReads.js';

const live = LiveHunt.parse({
  ...{ slug: 'hunt', title: 'Hunt', partition: 0, version: 1, hash: 'a', clock: 'wall' },
  ...{ phase: 'live', maxEvents: 10 },
});

let redis: TroveRedis;
let keys: { prefix: string };
beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'board-test' });
  keys = { prefix: `test-${randomUUID()}` };
});
afterEach(async () => {
  const found = await redis.keys(`${keys.prefix}:*`);
  if (found.length > 0) await redis.unlink(found);
  redis.disconnect();
});

/** Teams as commits leave them, by name: points and division. */
async function put(teams: Record<string, readonly [number, string | undefined]>): Promise<void> {
  const of = partitionKeys(keys, 0);
  const pipeline = redis.pipeline();
  for (const [team, [score, division]] of Object.entries(teams)) {
    const text = teamText({ ...newTeam('hunt', team), name: team.toUpperCase(), division, score });
    pipeline.hset(of.teams('hunt'), team, text).zadd(of.board('hunt'), score, team);
  }
  await pipeline.exec();
}

describe('the board of a division', () => {
  it('DV4 ranks its teams alone, among themselves', async () => {
    await put({
      herons: [40, 'senior'],
      lynxes: [30, 'junior'],
      otters: [30, 'junior'],
      stoats: [20, undefined],
      voles: [10, 'junior'],
    });
    const { rows, division } = await readBoard(redis, live, { division: 'junior', keys });
    expect(division).toBe('junior');
    expect(rows).toEqual([
      { rank: 1, team: 'lynxes', name: 'LYNXES', division: 'junior', score: 30 },
      { rank: 1, team: 'otters', name: 'OTTERS', division: 'junior', score: 30 },
      { rank: 3, team: 'voles', name: 'VOLES', division: 'junior', score: 10 },
    ]);
    const all = await readBoard(redis, live, { keys });
    expect(all.rows.map(({ team }) => team)).toHaveLength(5);
    expect(all.division).toBeUndefined();
    expect((await readBoard(redis, live, { division: 'none', keys })).rows).toEqual([]);
  });

  it('DV4 looks further than the best of all', async () => {
    const many = Array.from({ length: 2_500 }, (_, i) => {
      return [`t${i}`, [5_000 - i, i % 500 === 499 ? 'junior' : 'senior']] as const;
    });
    await put(Object.fromEntries(many));
    const { rows } = await readBoard(redis, live, { division: 'junior', limit: 4, keys });
    expect(rows.map(({ rank, team }) => [rank, team])).toEqual([
      [1, 't499'],
      [2, 't999'],
      [3, 't1499'],
      [4, 't1999'],
    ]);
  });
});
