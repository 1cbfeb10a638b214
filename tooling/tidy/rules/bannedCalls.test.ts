/** Each ban finds its offence where it holds, and only there. */
import { describe, expect, it } from 'vitest';
import { bannedCalls } from './bannedCalls.js';

function offences(path: string, text: string): string[] {
  return bannedCalls.filter(({ check }) => check([{ path, text }]).length > 0).map((r) => r.title);
}

const core = 'packages/core/src/game/judge.ts';
const door = 'apps/ingest/src/handlers/send.ts';
const test = 'apps/ingest/src/handlers/send.test.ts';

const cases: [path: string, text: string, title: string][] = [
  [core, 'const now = Date.now();', 'core uses no clock'],
  [core, 'const now = new Date();', 'core uses no clock'],
  [core, 'const luck = Math.random();', 'core uses no randomness'],
  [core, 'process.exit(1);', 'core uses no process'],
  [core, 'setTimeout(run, 5);', 'core uses no timers'],
  [core, "console.log('x');", 'core uses no console'],
  [core, 'async function run() {}', 'core has no promises outside the types of its ports'],
  [door, 'const { PORT } = process.env;', 'the environment is read in files named env.ts only'],
  [test, "it.only('works', run);", 'nothing is skipped, focused or left for later in tests'],
  [test, 'await new Promise((done) => setTimeout(done, 50));', 'tests do not sleep'],
  [door, '// @ts-ignore', 'no type check or lint is silenced'],
  [door, '// TODO: later', 'no note in code says that something is still to be done'],
  [door, "query('SELECT a FROM b WHERE c');", 'SQL stands in .sql files'],
  [door, "redis.eval(`redis.call('GET', KEYS[1])`);", 'Lua stands in .lua files'],
  [door, 'redis.get(`{p${k}}:log`);', 'Redis keys are built in packages/streams/src/keys.ts'],
  ['README.md', 'cd /home/me/trove', 'no path of one machine stands in a file'],
];

describe('bannedCalls', () => {
  it.each(cases)('in %s finds %s', (path, text, title) => {
    expect(offences(path, text)).toEqual([title]);
  });

  it.each([
    ['apps/ingest/src/env.ts', 'readEnv(shape, process.env);'],
    ['tooling/src/start.mjs', 'const { PATH } = process.env;'],
    ['packages/core/src/ports/eventLog.ts', 'append(batch: Batch): Promise<void>;'],
    ['packages/core/src/game/judge.test.ts', 'const now = Date.now();'],
    ['packages/streams/src/keys.ts', 'const log = `{p${k}}:log`;'],
    [core, '// Date.now is forbidden here\nframe.process.length;'],
    [door, '// biome-ignore lint/x: the library gives it no other name'],
  ])('in %s allows %s', (path, text) => {
    expect(offences(path, text)).toEqual([]);
  });
});
