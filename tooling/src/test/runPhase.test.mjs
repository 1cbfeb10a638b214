/** No phase may look green that is not. */
import { describe, expect, it } from 'vitest';
import { honest } from './runPhase.mjs';

describe('the count of a phase', () => {
  it.each([
    ['all passed', { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
    ['some failed', { passed: 3, failed: 2 }, 1, { passed: 3, failed: 2 }],
    ['none ran', { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
    ['a file could not be loaded', { passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
  ])('%s', (_title, counted, code, expected) => {
    expect(honest(counted, code)).toEqual(expected);
  });
});
