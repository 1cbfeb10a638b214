/**
 * A start in small, with the lock, roster, supervisor and lifetime of the real one: what it began
 * ends with it, whatever ends it, and nothing else does.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { identify, isAlive } from './processIdentity.mjs';

const PATIENCE = { timeout: 15_000, interval: 25 };
const ENDLESS = 'setInterval(() => {}, 1000);';
const DEAF = `process.on("SIGTERM", () => {}); console.log("deaf"); ${ENDLESS}`;
/** As a build has it: a program that waits for one of its own. */
const BUILD = 'echo $$ > build.pid; sleep 600 & echo $! > compiler.pid; wait';

const from = (file) => JSON.stringify(new URL(file, import.meta.url).href);
const SMALL_START = `
import { runCommand } from ${from('../runCommand.mjs')};
import { runMain, say } from ${from('../say.mjs')};
import { createLifetime } from ${from('./lifetime.mjs')};
import { createRoster } from ${from('./roster.mjs')};
import { takeLock } from ${from('./startLock.mjs')};
import { supervise } from ${from('./supervise.mjs')};

const [dataDir, script] = process.argv.slice(1);
await runMain(async () => {
  const unlock = await takeLock(dataDir);
  const lifetime = createLifetime();
  lifetime.atEnd(unlock);
  const roster = createRoster(dataDir);
  await roster.endLeftovers();
  lifetime.atEnd(() => roster.clear());
  for (const name of ['ingest', 'worker']) {
    const app = { name, command: process.execPath, args: ['-e', script], cwd: dataDir };
    lifetime.add(supervise({ ...app, env: process.env }, { dataDir, roster }));
  }
  void runCommand('sh', ['-c', ${JSON.stringify(BUILD)}], { cwd: dataDir, adopt: lifetime.adopt });
  say('started');
});
`;

/** As tests have it: a program that is a start itself. */
const START_OF_A_START = `
import { runCommand } from ${from('../runCommand.mjs')};
import { createLifetime } from ${from('./lifetime.mjs')};

const { adopt } = createLifetime();
const args = ['--input-type=module', '-e', ${JSON.stringify(SMALL_START)}, '--'];
void runCommand(process.execPath, [...args, ...process.argv.slice(1)], { adopt });
`;

let dataDir = '';
let stranger;
/** @type {import('node:child_process').ChildProcess[]} */
let started = [];
/** @type {import('./processIdentity.mjs').Identity[]} */
let begun = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trove-lifetime-'));
  writeFileSync(join(dataDir, 'kept'), 'data');
  stranger = run(['-e', ENDLESS]).child;
});
afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  for (const left of begun) if (await isAlive(left)) process.kill(left.pid, 'SIGKILL');
  started = [];
  begun = [];
  rmSync(dataDir, { recursive: true });
});

function run(args) {
  // As without npm, whose end would be a signal too.
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const told = { child, output: '', ended: new Promise((resolve) => child.on('exit', resolve)) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      told.output += text;
    });
  }
  return told;
}

const smallStart = (script = ENDLESS, start = SMALL_START) =>
  run(['--input-type=module', '-e', start, '--', dataDir, script]);

/** All that a start has brought up, once it is there. */
async function own() {
  const roster = JSON.parse(readFileSync(join(dataDir, 'processes.json'), 'utf8'));
  expect(roster).toHaveLength(2);
  const programs = ['build', 'compiler'].map((name) =>
    identify(name, Number(readFileSync(join(dataDir, `${name}.pid`), 'utf8').trim() || Number.NaN)),
  );
  const all = [...roster, ...(await Promise.all(programs))];
  expect(await alive(all)).toEqual(['ingest', 'worker', 'build', 'compiler']);
  begun.push(...all);
  return all;
}

async function alive(identities) {
  const live = await Promise.all(identities.map(isAlive));
  return identities.filter((_, index) => live[index]).map(({ name }) => name);
}

describe('a start', () => {
  it.each(/** @type {const} */ (['SIGINT', 'SIGTERM']))(
    'ends all it began by %s, and nobody else',
    async (signal) => {
      const first = smallStart();
      const began = await vi.waitFor(own, PATIENCE);
      first.child.kill(signal);
      expect(await first.ended).toBe(0);
      expect(await alive(began)).toEqual([]);
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
      expect(existsSync(join(dataDir, 'start.lock'))).toBe(false);
      expect(readFileSync(join(dataDir, 'kept'), 'utf8')).toBe('data');
    },
  );

  it('ends all it began though nobody reads any more what it says', async () => {
    const first = smallStart();
    const began = await vi.waitFor(own, PATIENCE);
    first.child.stdout?.destroy();
    first.child.stderr?.destroy();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await alive(began)).toEqual([]);
  });

  it('is refused beside another, which runs on', async () => {
    const first = smallStart();
    const began = await vi.waitFor(own, PATIENCE);
    const second = smallStart();
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`already runs in ${dataDir} (process ${first.child.pid})`);
    expect(await alive(began)).toHaveLength(4);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });

  it('ends what one that was killed has left, and takes its place', async () => {
    const first = smallStart();
    const [ingest, worker] = await vi.waitFor(own, PATIENCE);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await alive([ingest, worker])).toHaveLength(2);
    const second = smallStart();
    await vi.waitFor(() => expect(second.output).toContain('started'), PATIENCE);
    expect(await alive([ingest, worker])).toEqual([]);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it.each([
    ['it began', SMALL_START],
    ['a start among its programs began', START_OF_A_START],
  ])('kills by a second signal what %s and does not heed the first', async (_, start) => {
    const first = smallStart(DEAF, start);
    const began = await vi.waitFor(own, PATIENCE);
    for (const name of ['ingest', 'worker']) {
      const log = join(dataDir, `logs/${name}.log`);
      await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toContain('deaf'), PATIENCE);
    }
    await vi.waitFor(() => {
      first.child.kill('SIGINT');
      expect(first.child.exitCode).toBe(130);
    }, PATIENCE);
    await vi.waitFor(async () => expect(await alive(began)).toEqual([]), PATIENCE);
  });
});
