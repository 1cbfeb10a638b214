/** Who reads only the last line reads how many passed and how many failed. */
import { expect, it } from 'vitest';
import { summaryOf } from './summary.mjs';

it('ends with the counts alone, also where a phase could not run', () => {
  const failures = ['kill: a.kill.test.ts: loses one'];
  const skips = ['monitoring: promtool is missing.'];
  expect(summaryOf({ passed: 12, failed: 1, failures, skips })).toEqual([
    'failed: kill: a.kill.test.ts: loses one',
    'skipped on this machine: monitoring: promtool is missing.',
    '12 passed, 1 failed',
  ]);
});
