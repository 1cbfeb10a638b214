import type { Receipt } from '@trove/contracts';
import { expect, it } from 'vitest';
import { resultOfReceipt } from './resultOfReceipt';

const RECEIPT: Receipt = {
  id: '01900000-0000-7000-8000-000000000000',
  hunt: 'harbour',
  team: 'herons',
  type: 'code.scanned.v1',
  outcome: 'accepted',
  verdict: 'solved',
  why: 'It solved the clue.',
  clue: 'plate',
  version: 3,
  rules: [
    { rule: 'early', reply: 'fired', why: '' },
    { rule: 'late', reply: 'false', why: 'Its condition was false.' },
  ],
  areRulesWhole: true,
  points: 12,
  scoreBefore: 8,
  scoreAfter: 20,
  effects: { unlocked: ['lamp'] },
  stages: { createdAt: 0, committedAt: 1 },
  isDeliveryKnown: true,
  provenance: { readFrom: 'redis', partition: 0, epoch: 1, position: 41 },
};

it('tells what a push would have told', () => {
  expect(resultOfReceipt(RECEIPT)).toEqual({
    id: RECEIPT.id,
    hunt: 'harbour',
    team: 'herons',
    outcome: 'accepted',
    verdict: 'solved',
    clue: 'plate',
    version: 3,
    points: 12,
    score: 20,
    rules: ['early'],
    unlocked: ['lamp'],
    position: 41,
  });
});

it('says nothing of points that were not moved', () => {
  const { verdict: _, clue: __, ...rest } = RECEIPT;
  const result = resultOfReceipt({ ...rest, points: 0, outcome: 'late', rules: [] });
  expect(result).not.toHaveProperty('points');
  expect(result).not.toHaveProperty('verdict');
});
