/** Who holds the lock is known in every shell: without programs, and in another time zone. */
import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { commandOf, hasProc, identify, isAlive, startByPs } from './processIdentity.mjs';

const { PATH, TZ } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

describe('a process', () => {
  it('is known again in another time zone', async () => {
    process.env.TZ = 'Asia/Tokyo';
    const own = await identify('test', process.pid);
    const byPs = await startByPs(process.pid);
    process.env.TZ = 'America/Lima';
    expect(await isAlive(own)).toBe(true);
    expect(await startByPs(process.pid)).toBe(byPs);
  });

  it('is told by its command', async () => {
    expect(await commandOf(process.pid)).toContain('node');
  });

  it('that has ended is none', async () => {
    const ended = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
    expect((await identify('ended', Number(ended))).started).toBe('');
    expect(await commandOf(Number(ended))).toBe('');
  });
});

describe('without the program ps', () => {
  it('a process is known where Linux tells of it, and elsewhere none is guessed', async () => {
    process.env.PATH = '';
    await expect(startByPs(process.pid)).rejects.toThrow('install the program ps');
    const own = identify('test', process.pid);
    if (hasProc()) expect(await isAlive(await own)).toBe(true);
    else await expect(own).rejects.toThrow('install the program ps');
  });
});
