import type { PlayEvent } from '@trove/contracts';
import { expect, it } from 'vitest';
import { beaconBody } from './beacon.js';
import { SDK_LIMITS } from './limits.js';

const eventOf = (id: number) =>
  ({ id: `id-${id}`, type: 'code.scanned.v1', data: { code: '"ü&=+"'.repeat(8) } }) as PlayEvent;
const form = (count: number) =>
  beaconBody({
    url: 'http://localhost',
    token: 'a.b.c',
    source: '/hunts/h/players/p',
    events: Array.from({ length: count }, (_, id) => eventOf(id)),
    nowMs: 0,
  });

it('carries the token and CloudEvents with their own ids', () => {
  const { body, count } = form(2);
  const read = new URLSearchParams(body.toString());
  expect(count).toBe(2);
  expect(read.get('access_token')).toBe('a.b.c');
  expect(JSON.parse(read.get('events') ?? '')).toMatchObject([
    { specversion: '1.0', source: '/hunts/h/players/p', ...eventOf(0) },
    { id: 'id-1', sentat: '1970-01-01T00:00:00.000Z' },
  ]);
});

it('takes the oldest that a browser will carry, and no more', () => {
  const { body, count } = form(1_000);
  expect(count).toBeGreaterThan(50);
  expect(count).toBeLessThan(1_000);
  expect(body.toString().length).toBeLessThan(SDK_LIMITS.beaconBytes + 500);
  expect(JSON.parse(body.get('events') ?? '').at(-1)).toMatchObject({ id: `id-${count - 1}` });
});
