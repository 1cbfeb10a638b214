/** Bad arguments of `trove chaos` end with 2 before anything is started. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProgram } from '../program.js';
import { runProgram } from '../runProgram.js';

afterEach(() => vi.restoreAllMocks());

describe('trove chaos', () => {
  it.each([
    ['a fault that does not exist', ['--faults', 'F1,F99']],
    ['no fault at all', ['--faults', '']],
    ['no run', ['--runs', '0']],
    ['a seed that is no number', ['--seed', 'luck']],
    ['a fuzzer without time', ['--fuzz', '0']],
    ['an option that does not exist', ['--loud']],
  ])('refuses %s', async (_, words) => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await runProgram(createProgram, ['node', 'trove', 'chaos', ...words])).toBe(2);
  });
});
