/**
 * `npm start` in a folder of its own, stopped by Ctrl-C and started again: nothing that it started
 * outlives it, and what was played before is there.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createPlayer, joinHunt } from '@trove/player-sdk';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newHome, startWhole, type WholeStart } from '../fixtures/wholeStart.js';

const HUNT = { hunt: 'harbour-night', code: 'HARBOUR' };
const PLAYER = '0d4f9a5e-7b1c-4a3e-9d52-6f1b8c2e7a90';

let folder: string;
let started: WholeStart[];

beforeEach(() => {
  folder = newHome('trove-second-start-');
  started = [];
});

afterEach(async () => {
  for (const one of started) await one.stop('SIGINT');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<WholeStart> {
  const whole = await startWhole(folder);
  started.push(whole);
  return whole;
}

async function playerAt(door: string) {
  const session = await joinHunt({ url: door, ...HUNT, playerId: PLAYER });
  return createPlayer({ url: door, session });
}

it('stops all it has started, and starts again with what was played', async () => {
  const first = await start();
  expect(first.processes.length).toBeGreaterThanOrEqual(5);
  expect(first.said()).toMatch(/first sign-in/);
  const before = await playerAt(first.ingest);
  const sent = before.send('code.scanned.v1', { code: 'PRETZEL-4AM' });
  if (!sent.ok) throw new Error(sent.reason);
  const result = await sent.result;
  expect(result).toMatchObject({ outcome: 'accepted', verdict: 'solved' });
  before.close();

  expect(await first.stop('SIGINT')).toBe(0);
  expect(first.left()).toEqual([]);
  expect(existsSync(join(folder, 'running.json'))).toBe(false);

  const second = await start();
  expect(second.said()).not.toMatch(/first sign-in/);
  expect(second.said()).toMatch(/the demo hunt is there already/);
  const after = await playerAt(second.ingest);
  const again = after.send('code.scanned.v1', { code: 'PRETZEL-4AM' });
  if (!again.ok) throw new Error(again.reason);
  expect(await again.result).toMatchObject({ outcome: 'accepted', verdict: 'already_solved' });
  after.close();
  expect(await second.stop('SIGINT')).toBe(0);
  expect(second.left()).toEqual([]);
});
