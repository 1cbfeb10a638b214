import { describe, expect, it } from 'vitest';
import { reportOf } from './chaos.js';
import { chaosTable } from './chaosTable.js';

const FAULT = { name: 'F1', title: 'none', target: { p50: 2_000, max: 5_000 } } as const;
const ran = (recoveryMs: number | undefined, lost = 0) => {
  return {
    acked: 10,
    scored: 10 - lost,
    lost,
    doubled: 0,
    recoveryMs,
    violations: [],
    isFailed: false,
  };
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

  it('not where a run has failed, which is counted beside what the others told', () => {
    const none = { acked: 0, scored: 0, lost: 0, doubled: 0, recoveryMs: undefined };
    const failed = { ...none, violations: ['a packet is never taken'], isFailed: true };
    const report = reportOf(FAULT, [ran(1_000), failed]);
    expect(report).toMatchObject({ runs: 2, failed: 1, acked: 10, isKept: false });
    const table = chaosTable({ seed: 1, faults: [report] });
    const row = table.split('\n').find((line) => line.includes(FAULT.name)) ?? '';
    expect(row).toMatch(/F1 .* 2 +1 +10 +10 +0 +0 .*missed/);
    expect(table).toContain('F1: a packet is never taken');
  });

  it('not where anything was lost', () => {
    expect(reportOf(FAULT, [ran(1_000, 1)]).isKept).toBe(false);
  });
});
