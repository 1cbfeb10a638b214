/** A team's surroundings against the whole board, as Redis has both. */
import { randomUUID } from 'node:crypto';
import type { LiveHunt } from '@trove/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HUNT_STATUSES } from '../commit/stateCodec.js';
import { connectRedis, type TroveRedis } from '../connectRedis.js';
import { partitionKeys } from '../keys.js';
import { readBoardAround } from './boardAround.js';
import { readBoard } from './boardReads.js';

const live = { slug: 'around', partition: 3 } as LiveHunt;
const RUNS = 60;

let redis: TroveRedis;
const space = { prefix: `test-${randomUUID()}` };
const keys = partitionKeys(space, live.partition);
const names = [keys.board(live.slug), keys.hunt(live.slug), keys.teams(live.slug)];

beforeAll(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'around-test' });
});
afterAll(async () => {
  await redis.del(...names);
  redis.disconnect();
});

const boards = fc.record({
  scores: fc.array(fc.constantFrom(-5, 0, 0, 10, 10, 25, 40), { minLength: 1, maxLength: 30 }),
  statuses: fc.array(fc.tuple(fc.nat({ max: 29 }), fc.constantFrom('hidden', 'banned'))),
  team: fc.nat({ max: 29 }),
  rows: fc.integer({ min: 0, max: 6 }),
  audience: fc.constantFrom('players' as const, 'operators' as const),
});

it('TM15 is the board’s own rows around a team’s, and nothing of one on no board', async () => {
  const property = fc.asyncProperty(boards, async ({ scores, statuses, team, rows, audience }) => {
    await redis.del(...names);
    const pairs = scores.flatMap((score, i) => [score, `t${i}`]);
    await redis.zadd(keys.board(live.slug), ...pairs);
    const restricted = JSON.stringify(statuses.map(([i, status]) => [`t${i}`, status]));
    await redis.hset(keys.hunt(live.slug), HUNT_STATUSES, restricted);
    await redis.hset(keys.teams(live.slug), 't0', JSON.stringify({ n: 'Zero', s: 0, d: [] }));
    const board = await readBoard(redis, live, { audience, keys: space });
    const own = board.rows.findIndex((row) => row.team === `t${team}`);
    const around = await readBoardAround(redis, live, {
      ...{ team: `t${team}`, rows, audience, keys: space },
    });
    const near = board.rows.slice(Math.max(0, own - rows), own + rows + 1);
    const shown = near.map(({ isHidden: _, ...row }) => row);
    const rank = board.rows[own]?.rank;
    expect(around).toEqual(own < 0 ? undefined : { team: `t${team}`, rank, rows: shown });
  });
  await fc.assert(property, { numRuns: RUNS });
});
