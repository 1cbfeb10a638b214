/**
 * `npm start` in a folder of its own, stopped by Ctrl-C and started again: nothing that it started
 * outlives it, and what was played before is there.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createPlayer, joinHunt } from '@trove/player-sdk';
import { afterEach, beforeEach, expect, it } from 'vitest';

const START = fileURLToPath(new URL('../../tooling/bin/trove-start.mjs', import.meta.url));
const HUNT = { hunt: 'harbour-night', code: 'HARBOUR' };
const PLAYER = '0d4f9a5e-7b1c-4a3e-9d52-6f1b8c2e7a90';
/** Ten seconds here; a machine that is busy with others may take longer. */
const READY_WITHIN_MS = 120_000;
const POLL_MS = 100;

interface Running {
  readonly child: ChildProcess;
  readonly door: string;
  readonly pids: readonly number[];
  readonly output: readonly string[];
}

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trove-second-start-'));
  chmodSync(folder, 0o755);
  children = [];
});

afterEach(async () => {
  for (const child of children) await ended(child, 'SIGINT');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Running> {
  const { REDIS_URL: _, DATABASE_URL: __, NODE_ENV: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [START], {
    env: { ...inherited, TROVE_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => output.push(String(text)));
  }
  const file = join(folder, 'running.json');
  const end = Date.now() + READY_WITHIN_MS;
  while (!existsSync(file)) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(output.join(''));
    await pause(POLL_MS);
  }
  const { ingest: door } = JSON.parse(readFileSync(file, 'utf8'));
  return { child, door, pids: pidsOf(folder), output };
}

function pidsOf(home: string): number[] {
  const roster = JSON.parse(readFileSync(join(home, 'processes.json'), 'utf8'));
  return roster.map(({ pid }: { readonly pid: number }) => pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The exit code once it has ended; null where a signal ended it. */
function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

async function playerAt(door: string) {
  const session = await joinHunt({ url: door, ...HUNT, playerId: PLAYER });
  return createPlayer({ url: door, session });
}

it('stops all it has started, and starts again with what was played', async () => {
  const first = await start();
  expect(first.pids.length).toBeGreaterThanOrEqual(5);
  expect(first.output.join('')).toMatch(/first sign-in/);
  const before = await playerAt(first.door);
  const sent = before.send('code.scanned.v1', { code: 'PRETZEL-4AM' });
  if (!sent.ok) throw new Error(sent.reason);
  const result = await sent.result;
  expect(result).toMatchObject({ outcome: 'accepted', verdict: 'solved' });
  before.close();

  expect(await ended(first.child, 'SIGINT')).toBe(0);
  expect(first.pids.filter(isAlive)).toEqual([]);
  expect(existsSync(join(folder, 'running.json'))).toBe(false);

  const second = await start();
  expect(second.output.join('')).not.toMatch(/first sign-in/);
  expect(second.output.join('')).toMatch(/the demo hunt is there already/);
  const after = await playerAt(second.door);
  const again = after.send('code.scanned.v1', { code: 'PRETZEL-4AM' });
  if (!again.ok) throw new Error(again.reason);
  expect(await again.result).toMatchObject({ outcome: 'accepted', verdict: 'already_solved' });
  after.close();
  expect(await ended(second.child, 'SIGINT')).toBe(0);
  expect(second.pids.filter(isAlive)).toEqual([]);
});
