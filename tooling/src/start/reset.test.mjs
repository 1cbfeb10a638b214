/** A reset takes what a start has made, says what it leaves, and refuses what is another's. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../paths.mjs';
import { readSecrets } from './secrets.mjs';
import { takeLock } from './startLock.mjs';

let folder = '';
let dataDir = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trove-reset-'));
  dataDir = join(folder, 'data');
  mkdirSync(join(dataDir, 'redis'), { recursive: true });
  writeFileSync(join(folder, 'beside'), 'not ours');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The command as a person runs it, with none of our own environment. */
async function reset(env = {}) {
  const { PATH, HOME = homedir() } = process.env;
  const command = join(ROOT, 'tooling/bin/trove-reset.mjs');
  const options = { env: { PATH, HOME, TROVE_DATA_DIR: dataDir, ...env } };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [command], options).catch(
    (error) => error,
  );
  return stdout + stderr;
}

describe('npm run reset', () => {
  it('removes what a start has made, and nothing beside it', async () => {
    readSecrets(dataDir);
    const said = await reset();
    expect(said).toContain(`removed ${dataDir}\nThe next \`npm start\` begins afresh.`);
    expect([existsSync(dataDir), existsSync(join(folder, 'beside'))]).toEqual([false, true]);
    expect(await reset()).toBe('The next `npm start` begins afresh.\n');
  });

  it('says which data stands elsewhere and is kept', async () => {
    readSecrets(dataDir);
    const said = await reset({ REDIS_URL: 'redis://127.0.0.1:1', ARCHIVE_DIR: folder });
    expect(said).toContain('kept what REDIS_URL names');
    expect(said).toContain('kept what ARCHIVE_DIR names');
    expect(said).not.toContain('afresh');
  });

  it('refuses while Trove runs', async () => {
    readSecrets(dataDir);
    const unlock = await takeLock(dataDir);
    expect(await reset()).toContain('Trove is running');
    expect(existsSync(dataDir)).toBe(true);
    unlock();
  });

  it('removes what a start left that had only begun', async () => {
    const gone = { name: 'start', pid: process.pid, started: 'long ago' };
    writeFileSync(join(dataDir, 'start.lock'), JSON.stringify(gone));
    expect(await reset()).toContain(`removed ${dataDir}`);
  });

  it('refuses a folder that no start has made', async () => {
    writeFileSync(join(dataDir, 'secrets.json'), '{"mine": true}');
    expect(await reset()).toContain('is no data folder of Trove: nothing was removed');
    expect(existsSync(dataDir)).toBe(true);
  });

  it('refuses a folder that holds what is precious, whatever stands in it', async () => {
    readSecrets(folder);
    expect(await reset({ TROVE_DATA_DIR: folder, HOME: join(folder, 'data') })).toContain('holds ');
    expect(existsSync(folder)).toBe(true);
  });
});
