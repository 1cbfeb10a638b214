import type { RepairRun } from '@trove/contracts';
import { expect, it } from 'vitest';
import { shownRuns } from './shownRuns';

const run = (id: string, state: RepairRun['state']) => ({ id, state }) as RepairRun;

it('shows every run that runs, however many have ended since, and the newest others', () => {
  const ended = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => run(id, 'done'));
  const slow = run('slow', 'running');
  const shown = (runs: RepairRun[]) => shownRuns(runs).map(({ id }) => id);
  expect(shown([...ended, slow])).toEqual(['slow', 'a', 'b', 'c', 'd', 'e']);
  const many = Array.from({ length: 9 }, (_, i) => run(`r${i}`, 'running'));
  expect(shownRuns([...many, run('x', 'failed')])).toHaveLength(10);
});
