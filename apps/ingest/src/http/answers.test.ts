import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { waitMsOf } from './answers.js';

const MOST_MS = 10_000;

function askedWith(prefer: string | string[] | undefined): number {
  return waitMsOf({ headers: { prefer } } as unknown as FastifyRequest, MOST_MS);
}

it.each([
  [undefined, 0],
  ['respond-async', 0],
  ['wait=2', 2_000],
  ['respond-async, wait="3"', 3_000],
  [['return=minimal', 'wait=4'], 4_000],
  ['wait=10', MOST_MS],
  ['wait=99999999999999999999', MOST_MS],
  ['wait=-1', 0],
  ['await=5', 0],
])('waits as long as Prefer: %s asks, and no longer than the door lets it', (prefer, ms) => {
  expect(askedWith(prefer)).toBe(ms);
});
