/** A player's store in IndexedDB: one database, one table of texts by name, for all tabs. */
import type { PlayerStore } from '../queue/playerStore.js';
import { holdByWebLocks } from './holdByWebLocks.js';

const TEXTS = 'texts';
const VERSION = 1;

export interface IndexedDbOptions {
  /** Name of the database; the tabs that share it share their queues. */
  readonly database?: string;
  readonly indexedDB?: IDBFactory;
  /** Absent outside secure contexts: queues are then copied between tabs and count once. */
  readonly locks?: LockManager | undefined;
}

/** Every call rejects where the browser forbids IndexedDB; a player then plays on unkept. */
export function indexedDbStore(options: IndexedDbOptions = {}): PlayerStore {
  const { database = 'trove-player', indexedDB = globalThis.indexedDB } = options;
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
  let opening: Promise<IDBDatabase> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const open = () => {
    opening ??= openDatabase(indexedDB, database, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opening;
  };
  const run = async <T>(mode: IDBTransactionMode, ask: (texts: IDBObjectStore) => IDBRequest<T>) =>
    await finished(await open(), mode, ask);
  const store: PlayerStore = {
    names: async () => (await run('readonly', (texts) => texts.getAllKeys())).map(String),
    read: (name) => run<string | undefined>('readonly', (texts) => texts.get(name)),
    write: async (name, text) => void (await run('readwrite', (texts) => texts.put(text, name))),
    remove: (name) => run('readwrite', (texts) => texts.delete(name)),
  };
  if (locks === undefined) return store;
  return { ...store, hold: (name) => holdByWebLocks(locks, `${database}:${name}`) };
}

/** @param onClosed told when it is of no more use: the next call opens it anew */
function openDatabase(
  indexedDB: IDBFactory,
  name: string,
  onClosed: () => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () => void request.result.createObjectStore(TEXTS);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not open'));
    request.onsuccess = () => {
      const database = request.result;
      // A newer version of the app waits in another tab: it is not held up.
      database.onversionchange = () => {
        database.close();
        onClosed();
      };
      // Phones close what a page in the background has open.
      database.onclose = onClosed;
      resolve(database);
    };
  });
}

/** Resolves when the transaction is complete, not when the request is: only then it is kept. */
function finished<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  ask: (texts: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TEXTS, mode);
    const request = ask(transaction.objectStore(TEXTS));
    const fail = () => reject(transaction.error ?? new Error('IndexedDB did not keep it'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
}
