import { expect, it } from 'vitest';
import { ActsUnderWay } from './actsUnderWay.js';

const seat = { hunt: 'night', team: 'herons' };

it('waits for what is under way in a team, failing or not, and for no other team', async () => {
  const acts = new ActsUnderWay();
  const order: string[] = [];
  let fail: (error: Error) => void = () => undefined;
  const acting = acts.during(seat, () => new Promise((_, reject) => (fail = reject)));
  const told = acting.catch(() => order.push('answered'));
  const ended = acts.ended(seat).then(() => order.push('closed'));
  await acts.ended({ ...seat, team: 'otters' });
  expect(order).toEqual([]);
  fail(new Error('away'));
  await Promise.all([told, ended]);
  expect(order).toEqual(['answered', 'closed']);
  await acts.ended(seat);
});
