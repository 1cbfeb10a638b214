/** Whatever happens among the rows, what stands on standard output is one JSON object. */
import { QueryError, ReadFault } from '@trove/archive';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runProgram } from '../runProgram.js';
import { writeJson } from './writeJson.js';

let out: string[];
beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

/** Rows of one number, and then maybe a fault. */
async function* rowsUpTo(count: number, fault?: Error) {
  for (let i = 0; i < count; i += 1) yield [i];
  if (fault !== undefined) throw fault;
}

/** The exit code of a command that writes these rows, and the object it wrote. */
async function written(
  count: number,
  { fault, stop = new AbortController().signal }: { fault?: Error; stop?: AbortSignal } = {},
): Promise<{ exit: number; json: unknown }> {
  const create = () => {
    const program = new Command('trove').exitOverride();
    const command = program.command('query').option('--json');
    command.action(() => writeJson({ columns: ['n'], rows: rowsUpTo(count, fault) }, stop));
    return program;
  };
  out = [];
  const exit = await runProgram(create, ['node', 'trove', 'query', '--json']);
  return { exit, json: JSON.parse(out.join('')) };
}

it.each([
  [0, []],
  [2, [{ n: 0 }, { n: 1 }]],
])('names the columns beside %i rows', async (count, rows) => {
  expect(await written(count)).toEqual({ exit: 0, json: { columns: ['n'], rows } });
});

it('tells behind the rows what went wrong after them', async () => {
  const rows = [{ n: 0 }, { n: 1 }];
  expect(await written(2, { fault: new QueryError('not a number: x') })).toEqual({
    exit: 2,
    json: { columns: ['n'], rows, error: 'not a number: x' },
  });
  expect(await written(2, { fault: new ReadFault('a file is damaged') })).toEqual({
    exit: 1,
    json: { columns: ['n'], rows, error: 'a file is damaged' },
  });
  expect(await written(2, { fault: new Error('EIO') })).toEqual({
    exit: 1,
    json: { columns: ['n'], rows, error: 'the rows could not be read' },
  });
});

it('tells behind the rows that it was stopped among them', async () => {
  expect(await written(2, { stop: AbortSignal.abort() })).toEqual({
    exit: 1,
    json: { columns: ['n'], rows: [], error: 'stopped' },
  });
});
