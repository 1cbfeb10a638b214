import type { EventResult } from '@trove/contracts';
import { expect, it } from 'vitest';
import { Tally } from './tally.js';

const result = (id: string, more: Partial<EventResult>): EventResult => ({
  id,
  hunt: 'h',
  team: 't',
  outcome: 'accepted',
  position: 100,
  ...more,
});

it('counts the first outcome of an id and no second push of it', () => {
  const tally = new Tally();
  tally.expect('a');
  tally.result(result('a', { verdict: 'solved', points: 10, score: 10 }));
  tally.result(result('a', { outcome: 'duplicate', firstPosition: 100, position: 101 }));
  expect(tally.outcomes).toEqual({ accepted: 1 });
  expect(tally.verdicts).toEqual({ solved: 1 });
  expect(tally.points).toBe(10);
  expect(tally.scores.get('t')).toBe(10);
  expect(tally.undecided).toBe(0);
});

it('counts a duplicate of an earlier run as the outcome it is', () => {
  const tally = new Tally();
  tally.expect('a');
  tally.result(result('a', { outcome: 'duplicate', firstPosition: 5 }));
  expect(tally.outcomes).toEqual({ duplicate: 1 });
});

it('takes no notice of where the results of other hunts stand', () => {
  const tally = new Tally();
  tally.expect('a');
  expect(tally.result(result('x', { hunt: 'other', position: 1 }))).toBe(false);
  expect(tally.result(result('a', { outcome: 'duplicate', firstPosition: 5 }))).toBe(true);
  expect(tally.outcomes).toEqual({ duplicate: 1 });
});

it('asks for the true outcome when only the repeat made by a retry was heard of', () => {
  const tally = new Tally();
  tally.expect('a');
  tally.expect('b');
  tally.result(result('a', { position: 10 }));
  tally.result(result('b', { outcome: 'duplicate', position: 12, firstPosition: 11 }));
  expect(tally.undecided).toBe(1);
  expect(tally.toAsk()).toEqual(['b']);
  tally.answer({ id: 'b', outcome: 'accepted', verdict: 'solved', points: 5 });
  expect(tally.outcomes).toEqual({ accepted: 2 });
  expect(tally.points).toBe(5);
});

it('counts an outcome for each sending of an id that was repeated on purpose', () => {
  const tally = new Tally();
  tally.expect('a');
  tally.expect('a', true);
  tally.result(result('a', { position: 7 }));
  tally.result(result('a', { outcome: 'duplicate', position: 8, firstPosition: 7 }));
  tally.expect('a', true);
  tally.result(result('a', { outcome: 'duplicate', position: 9, firstPosition: 7 }));
  expect(tally.outcomes).toEqual({ accepted: 1, duplicate: 2 });
  expect(tally.undecided).toBe(0);
});

it('takes a refusal at the door for the outcome of that sending', () => {
  const tally = new Tally();
  tally.expect('a');
  tally.settle('a', 'invalid', 'contract');
  expect(tally.outcomes).toEqual({ invalid: 1 });
  expect(tally.refusals).toEqual({ contract: 1 });
  expect(tally.acked).toBe(0);
});
