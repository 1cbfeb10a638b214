import { expect, it } from 'vitest';
import { ReportedRuns } from './reportedRuns.js';

it('counts each report of a run once, and runs of two sources apart', () => {
  const runs = new ReportedRuns();
  const report = (number: number) => ({ run: 'r', number });
  expect([1, 1, 2, 1, 3].map((number) => runs.isNew('/a', report(number)))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
  expect(runs.isNew('/b', report(1))).toBe(true);
});

it('forgets the run that was silent longest, and no other', () => {
  const runs = new ReportedRuns();
  for (let n = 0; n < 1_000; n += 1) runs.isNew('/a', { run: `r${n}`, number: 1 });
  runs.isNew('/a', { run: 'r0', number: 1 });
  runs.isNew('/a', { run: 'new', number: 1 });
  expect(runs.isNew('/a', { run: 'r0', number: 1 })).toBe(false);
  expect(runs.isNew('/a', { run: 'r1', number: 1 })).toBe(true);
});
