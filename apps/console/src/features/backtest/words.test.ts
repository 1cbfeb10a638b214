import type { BacktestResult } from '@trove/contracts';
import { expect, it } from 'vitest';
import { groundWords, hasBegun, scopeWords, signed } from './words';

it('knows when a run that was asked for has begun', () => {
  const runs = [
    { id: 'a', state: 'waiting' },
    { id: 'b', state: 'running' },
  ] as const;
  expect(['a', 'b', 'c', undefined].map((id) => hasBegun(id, runs))).toEqual([
    ...[false, true, false, false],
  ]);
});

it('says over which events a run goes', () => {
  expect(scopeWords({ hunt: 'a', scope: { events: 'a' } })).toBe('all events of this hunt');
  expect(scopeWords({ hunt: 'a', scope: { events: 'b', hours: 1 } })).toBe('the last 1 hour of b');
});

it('says what a result rests on and what it can not tell', () => {
  const result = {
    ...{ baseline: 'recorded', version: 3, events: 1_200, eventsBefore: 0, passedOver: 2 },
    ...{ lost: 1, isWhole: false },
  } as BacktestResult;
  expect(groundWords(result)).toEqual([
    '1,200 events, compared with the recorded answers of version 3',
    '2 repeats stay what they are',
    '1 could not be judged: their data is lost',
    'the record lacks events of the hunt',
  ]);
});

it('writes gains and losses with their sign', () => {
  expect([signed(0), signed(12), signed(-3)]).toEqual(['0', '+12', '−3']);
});
