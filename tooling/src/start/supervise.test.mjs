/** Real processes that crash and stop, under a supervisor with a data folder of its own. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { identify, isAlive } from './processIdentity.mjs';
import { createRoster } from './roster.mjs';
import { supervise } from './supervise.mjs';

const PATIENCE = { timeout: 10_000, interval: 25 };
const ENDLESS = 'process.on("SIGTERM", () => process.exit(0)); setInterval(() => {}, 1000);';

let dataDir = '';
/** @type {ReturnType<typeof supervise>[]} */
let parts = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trove-supervise-'));
  parts = [];
});
afterEach(async () => {
  for (const part of parts) part.kill();
  await Promise.all(parts.map((part) => part.kept));
  rmSync(dataDir, { recursive: true });
});

function run(script, roster = createRoster(dataDir)) {
  const app = { name: 'app', command: process.execPath, args: ['-e', script], cwd: dataDir };
  const part = supervise({ ...app, env: process.env }, { dataDir, roster });
  parts.push(part);
  return part;
}

describe('supervise', () => {
  it('starts a process that was killed again, as another process', async () => {
    const part = run(ENDLESS);
    const first = part.current().pid;
    process.kill(Number(first), 'SIGKILL');
    await vi.waitFor(() => expect(part.current().pid).not.toBe(first), PATIENCE);
    expect(part.current().isRunning()).toBe(true);
  });

  it('stops a process for good', async () => {
    const part = run(ENDLESS);
    await part.stop();
    expect(part.current().isRunning()).toBe(false);
  });

  it('keeps what the process printed', async () => {
    run(`console.log('hello'); ${ENDLESS}`);
    const log = join(dataDir, 'logs/app.log');
    await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toContain('hello'), PATIENCE);
  });
});

describe('the roster', () => {
  it('ends what an earlier start left running, and only that', async () => {
    const left = run(ENDLESS, createRoster(dataDir));
    const file = join(dataDir, 'processes.json');
    await vi.waitFor(() => expect(existsSync(file)).toBe(true), PATIENCE);
    const own = await identify('test', process.pid);
    const ending = left.stop();
    await createRoster(dataDir).endLeftovers();
    await ending;
    expect(left.current().isRunning()).toBe(false);
    expect(await isAlive(own)).toBe(true);
  });

  it('does not take a stranger with the same process id for its own', async () => {
    const own = await identify('test', process.pid);
    expect(await isAlive({ ...own, started: 'Thu Jan  1 00:00:00 1970' })).toBe(false);
  });
});
