/** No phase may look green that is not, and what failed has a name. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../paths.mjs';
import { playwrightReport, vitestReport } from './reports.mjs';
import { honest } from './runPhase.mjs';

describe('the count of a phase', () => {
  it.each([
    ['all passed', { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0, failures: [] }],
    ['some failed', { passed: 3, failed: 2 }, 1, { passed: 3, failed: 2, failures: [] }],
    [
      'none ran',
      { passed: 0, failed: 0 },
      0,
      { passed: 0, failed: 1, failures: ['ended with 0 after 0 tests'] },
    ],
    [
      'a file could not be loaded',
      { passed: 3, failed: 0, failures: ['a.test.ts'] },
      1,
      { passed: 3, failed: 1, failures: ['a.test.ts'] },
    ],
  ])('%s', (_title, counted, code, expected) => {
    expect(honest({ failures: [], ...counted }, code)).toEqual(expected);
  });
});

describe('the names of what failed', () => {
  it('are those of tests, and of files that could not be loaded', () => {
    const file = (name, status, assertionResults) => ({
      name: join(ROOT, name),
      status,
      assertionResults,
    });
    const testResults = [
      file('a.test.ts', 'failed', [
        {
          status: 'failed',
          fullName: 'a breaks',
          failureMessages: ['Error: \u001B[31mno\n  more'],
        },
        { status: 'passed', fullName: 'a works' },
      ]),
      { ...file('b.test.ts', 'failed', []), message: 'SyntaxError: odd' },
      file('c.test.ts', 'passed', [{ status: 'passed', fullName: 'c works' }]),
    ];
    const { failures } = vitestReport({ numPassedTests: 2, numFailedTests: 1, testResults });
    expect(failures).toEqual([
      'a.test.ts: a breaks (Error: no more)',
      'b.test.ts (SyntaxError: odd)',
    ]);
  });

  it('are those of journeys that failed, were skipped, or passed at a second try', () => {
    const spec = (title, status) => ({ title, tests: [{ status }] });
    const suites = [
      {
        title: 'a.spec.ts',
        file: 'a.spec.ts',
        specs: [spec('fails', 'unexpected'), spec('works', 'expected')],
        suites: [{ title: 'at 390', file: 'a.spec.ts', specs: [spec('wavers', 'flaky')] }],
      },
    ];
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 };
    expect(playwrightReport({ stats, suites })).toEqual({
      passed: 1,
      failed: 2,
      failures: ['a.spec.ts: fails', 'a.spec.ts: at 390 wavers'],
    });
  });
});
