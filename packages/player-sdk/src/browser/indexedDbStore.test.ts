import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { indexedDbStore } from './indexedDbStore.js';

/** Web Locks as the standard has them, for `ifAvailable` alone. */
function locksOf(): LockManager {
  const held = new Set<string>();
  const request = async (name: string, _: unknown, use: (lock: unknown) => Promise<unknown>) => {
    if (held.has(name)) return await use(null);
    held.add(name);
    try {
      return await use({ name });
    } finally {
      held.delete(name);
    }
  };
  return { request, query: async () => ({}) } as unknown as LockManager;
}

it('keeps texts by name for all that open the same database', async () => {
  const indexedDB = new IDBFactory();
  const [one, two] = [indexedDbStore({ indexedDB }), indexedDbStore({ indexedDB })];
  await one.write('a/b/c', 'first');
  await one.write('a/b/c', 'second');
  expect(await two.read('a/b/c')).toBe('second');
  expect(await two.names()).toEqual(['a/b/c']);
  await two.remove('a/b/c');
  expect(await one.read('a/b/c')).toBeUndefined();
});

it('lets one tab hold a name, until it lets go', async () => {
  const indexedDB = new IDBFactory();
  const locks = locksOf();
  const [one, two] = [indexedDbStore({ indexedDB, locks }), indexedDbStore({ indexedDB, locks })];
  const release = await one.hold?.('queue');
  expect(release).toBeDefined();
  expect(await two.hold?.('queue')).toBeUndefined();
  release?.();
  await expect.poll(() => two.hold?.('queue')).toBeDefined();
});

it('has nothing to hold with outside a secure context', () => {
  expect(indexedDbStore({ indexedDB: new IDBFactory(), locks: undefined }).hold).toBeUndefined();
});

it('rejects where the browser forbids it', async () => {
  const open = () => {
    throw new Error('forbidden');
  };
  const store = indexedDbStore({ indexedDB: { open } as unknown as IDBFactory });
  await expect(store.names()).rejects.toThrow('forbidden');
});
