/** Two starts in one folder, and a lock whose holder is gone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLocked, takeLock } from './startLock.mjs';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trove-lock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('the lock of a start', () => {
  it('is held by one', async () => {
    const unlock = await takeLock(dataDir);
    expect(await isLocked(dataDir)).toBe(true);
    await expect(takeLock(dataDir)).rejects.toThrow(`already runs in ${dataDir}`);
    unlock();
    expect(await isLocked(dataDir)).toBe(false);
  });

  it('is taken over when its holder is gone', async () => {
    const gone = { name: 'start', pid: process.pid, started: 'Thu Jan  1 00:00:00 1970' };
    writeFileSync(join(dataDir, 'start.lock'), JSON.stringify(gone));
    const unlock = await takeLock(dataDir);
    expect(await isLocked(dataDir)).toBe(true);
    unlock();
  });
});
