import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from '../connectRedis.js';
import { ShadowDelta } from './shadowDelta.js';
import { dropShadow, placeOfShadow, stageShadow } from './stageShadow.js';

const NOTHING = {
  hunts: new Map(),
  teams: new Map(),
  players: new Map(),
  memories: new Map(),
  watches: new Map(),
};
const keys = { prefix: `test-${randomUUID()}` };
const name = { partition: 0, hunt: 'hunt', shadow: 'run-1', keys };
let redis: TroveRedis;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'shadow-test' });
});
afterEach(async () => {
  await dropShadow(redis, name);
  redis.disconnect();
});

const stage = (from: number | undefined, position: number, epoch = 1) => {
  const to = { position, epoch };
  return stageShadow(redis, name, { cells: NOTHING, delta: new ShadowDelta(), from, to });
};

it('RP6 goes on from where it stands alone, and bears being sent twice', async () => {
  expect(await stage(undefined, 5)).toBe(true);
  expect(await stage(5, 9)).toBe(true);
  expect(await stage(5, 9), 'sent again').toBe(true);
  expect(await stage(5, 7), 'another step').toBe(false);
  expect(await stage(5, 9, 2), 'in another epoch').toBe(false);
  expect(await placeOfShadow(redis, name)).toEqual({ position: 9, epoch: 1 });
  await dropShadow(redis, name);
  expect(await stage(5, 9), 'it is gone').toBe(false);
});
