import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FailedError, UsageError } from '../exits.js';
import { findDoor } from './findDoor.js';

let folder: string;
const token = 'trove_0123456789';
const none = { TROVE_URL: undefined, TROVE_TOKEN: undefined };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trove-door-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads the file that npm start left, from any folder below', async () => {
  await mkdir(join(folder, '.data'));
  await mkdir(join(folder, 'a', 'b'), { recursive: true });
  const file = { url: 'http://127.0.0.1:4000', token };
  await writeFile(join(folder, '.data', 'cli.json'), JSON.stringify(file));
  const door = await findDoor({}, none, join(folder, 'a', 'b'));
  expect(door).toEqual(file);
});

it('prefers options to the environment', async () => {
  const env = { TROVE_URL: 'http://env', TROVE_TOKEN: token };
  expect((await findDoor({ url: 'http://option' }, env, folder)).url).toBe('http://option');
});

it('says what to do when no server is known, and refuses what is no address', async () => {
  await expect(findDoor({}, none, folder)).rejects.toThrow(FailedError);
  await expect(findDoor({ url: 'x', token }, none, folder)).rejects.toThrow(UsageError);
});
