import { Command, InvalidArgumentError } from 'commander';
import { expect, it, vi } from 'vitest';
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

/** What a command line says on each stream, and its exit code. */
async function said(create: () => Command, ...words: string[]) {
  const heard = { out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    heard.out += String(text);
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    heard.err += String(text);
    return true;
  });
  try {
    return { exit: await runProgram(create, argv(...words)), ...heard };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

it.each([
  [['event', 'nonsense'], 'A lower-case UUIDv7.'],
  [['event', 'receipt', 'nonsense'], 'A lower-case UUIDv7.'],
  [['simulate', '--players', '1e9'], 'A whole number from 1 to 1000000.'],
  [['simulate', '--forever', '--events', '5'], '--forever has no end'],
])('refuses %j before it asks a server', async (words, says) => {
  const { exit, out, err } = await said(createProgram, ...words);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(says);
});

it('says which server is away, and nothing of its password', async () => {
  const database = ['--database', 'postgresql://a:secret@127.0.0.1:9/c'];
  const { exit, err } = await said(createProgram, 'quarantine', 'list', ...database);
  expect(exit).toBe(1);
  expect(err).toContain('no PostgreSQL answers at 127.0.0.1:9: start it');
  expect(err).not.toContain('secret');
});

it.each([
  [
    ['points', 'demo', 'herons', 'ten', 'x'],
    'A whole number from -1000000 to 1000000 other than 0.',
  ],
  [['team', 'demo', 'herons', 'bnned', 'x'], 'One of playing, hidden, banned.'],
  [['unlock', 'demo', 'Bad_Id!'], 'Not an id of the hunt’s file.'],
  [['refund', 'demo', 'herons', 'clock', 'Bad_Id!', 'x'], 'Not an id of the hunt’s file.'],
  [['division', 'demo', 'herons', 'Bad_Id!'], 'Not an id of the hunt’s file.'],
  [['say', 'demo', 'hello', '--team', ''], 'Not a team’s name.'],
  [['say', 'demo', ''], 'text: '],
  [['phase', 'demo', 'scheduled', '--at', 'soon'], 'startsAt: an RFC 3339 time with zone'],
])('says what is wrong of hunt %j, and with --json as an object', async (words, says) => {
  const plain = await said(createProgram, 'hunt', ...words);
  expect(plain).toMatchObject({ exit: 2, out: '' });
  expect(plain.err).toContain(says);
  const json = await said(createProgram, 'hunt', ...words, '--json');
  expect(json.exit).toBe(2);
  expect(JSON.parse(json.out)).toEqual({ error: expect.stringContaining(says) });
});

it('says what is wrong of an argument that a command reads by itself', async () => {
  const late = throwing(new InvalidArgumentError('Not that.'));
  expect(await said(late, 'fail')).toEqual({ exit: 2, out: '', err: 'trove: Not that.\n' });
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
