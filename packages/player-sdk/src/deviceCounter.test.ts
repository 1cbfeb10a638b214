import { DeviceSequence } from '@trove/contracts';
import { expect, it } from 'vitest';
import { DeviceCounter } from './deviceCounter.js';

it('counts from nothing under a name of its own', () => {
  const [one, other] = [new DeviceCounter(), new DeviceCounter()];
  const places = [one.take(), one.take(), other.take()];
  for (const place of places) expect(DeviceSequence.safeParse(place).success, place).toBe(true);
  const [first = '', second = '', third = ''] = places;
  expect(first).toMatch(/\/0\/0$/);
  expect(second).toBe(first.replace(/0$/, '1'));
  expect(third).not.toBe(first);
});

it('goes on where the app says', () => {
  const counter = new DeviceCounter({ name: 'phone', epoch: 3, next: 41 });
  expect([counter.take(), counter.take()]).toEqual(['phone/3/41', 'phone/3/42']);
});
