import { Command } from 'commander';
import { expect, it } from 'vitest';
import { FailedError, UsageError } from './exits.js';
import { createProgram } from './program.js';
import { runProgram } from './runProgram.js';
import { textTable } from './textTable.js';

function throwing(error: Error): () => Command {
  return () => {
    const program = new Command('trove').exitOverride();
    program.command('fail').action(() => {
      throw error;
    });
    return program;
  };
}
const argv = (...words: string[]) => ['node', 'trove', ...words];

it('exits 2 for arguments that are wrong', async () => {
  expect(await runProgram(createProgram, argv('simulate', '--rate', 'fast'))).toBe(2);
  expect(await runProgram(createProgram, argv('nonsense'))).toBe(2);
  expect(await runProgram(throwing(new UsageError('no')), argv('fail'))).toBe(2);
});

it('exits 1 for what failed and 0 for help', async () => {
  expect(await runProgram(throwing(new FailedError('no')), argv('fail'))).toBe(1);
  expect(await runProgram(createProgram, argv('--help'))).toBe(0);
});

it('aligns numbers to the right', () => {
  expect(
    textTable([
      ['sent', 1_200],
      ['of', 7],
    ]),
  ).toBe('  sent  1,200\n  of        7');
});
