import { describe, expect, it } from 'vitest';
import { reportOf } from './chaos.js';

const FAULT = { name: 'F1', title: 'none', target: { p50: 2_000, max: 5_000 } } as const;
const ran = (recoveryMs: number | undefined, lost = 0) => {
  return { acked: 10, scored: 10 - lost, lost, doubled: 0, recoveryMs, violations: [] };
};

describe('a fault is kept', () => {
  it.each([
    ['where the median and the worst are', [2_400, 1_500, 1_900], true],
    ['not where the median is too late', [2_400, 1_500, 2_100], false],
    ['not where one run alone is later than the median may be', [2_400], false],
    ['not where the worst is', [1_000, 1_000, 5_001], false],
    ['not where effects never came back', [undefined], false],
  ])('%s', (_, took, isKept) => {
    expect(
      reportOf(
        FAULT,
        took.map((ms) => ran(ms)),
      ).isKept,
    ).toBe(isKept);
  });

  it('not where anything was lost', () => {
    expect(reportOf(FAULT, [ran(1_000, 1)]).isKept).toBe(false);
  });
});
