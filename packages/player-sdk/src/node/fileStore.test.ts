import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileStore } from './fileStore.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trove-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('keeps texts by names that no file could have', async () => {
  const store = fileStore(join(folder, 'not', 'there', 'yet'));
  expect(await store.names()).toEqual([]);
  await store.write('hunt/../ada:1@x', 'first');
  await store.write('hunt/../ada:1@x', 'second');
  expect(await store.names()).toEqual(['hunt/../ada:1@x']);
  expect(await store.read('hunt/../ada:1@x')).toBe('second');
  await store.remove('hunt/../ada:1@x');
  expect(await store.read('hunt/../ada:1@x')).toBeUndefined();
});

it('lets one hold a name, and takes it from a process that has gone', async () => {
  const store = fileStore(folder);
  const release = await store.hold?.('queue');
  expect(release).toBeDefined();
  expect(await store.hold?.('queue')).toBeUndefined();
  await writeFile(join(folder, 'left.lock'), '2147483646');
  expect(await store.hold?.('left')).toBeDefined();
  // Of an earlier process that had the number of this one, as in a container that was restarted.
  await writeFile(join(folder, 'restarted.lock'), String(process.pid));
  expect(await store.hold?.('restarted')).toBeDefined();
  expect(await store.hold?.('restarted')).toBeUndefined();
  await release?.();
  expect(await store.hold?.('queue')).toBeDefined();
});
