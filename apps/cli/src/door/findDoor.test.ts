import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findConsole } from '../drafts/findConsole.js';
import { FailedError, UsageError } from '../exits.js';
import { findDoor } from './findDoor.js';

let folder: string;
const token = 'trove_0123456789';
/** Somebody who stands in a folder and has said nothing of the data folder. */
const at = (from: string) => ({ from, dataDir: '.data' });
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
  const door = await findDoor({}, none, at(join(folder, 'a', 'b')));
  expect(door).toEqual(file);
});

it('reads that file in the data folder that the environment names', async () => {
  const file = { url: 'http://127.0.0.1:4000', token };
  const dataDir = join(folder, 'elsewhere');
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'cli.json'), JSON.stringify(file));
  await writeFile(join(dataDir, 'running.json'), '{"console":"http://localhost:3000"}');
  const place = { from: join(folder, 'a'), dataDir };
  expect(await findDoor({}, none, place)).toEqual(file);
  const keyAlone = { TROVE_CONSOLE_URL: undefined, TROVE_KEY: token };
  expect(await findConsole({}, keyAlone, place)).toMatchObject({ url: 'http://localhost:3000' });
});

it('prefers options to the environment', async () => {
  const env = { TROVE_URL: 'http://env', TROVE_TOKEN: token };
  expect((await findDoor({ url: 'http://option' }, env, at(folder))).url).toBe('http://option');
});

it('says what to do when no server is known, and refuses what is no address', async () => {
  await expect(findDoor({}, none, at(folder))).rejects.toThrow(FailedError);
  await expect(findDoor({ url: 'x', token }, none, at(folder))).rejects.toThrow(UsageError);
});
