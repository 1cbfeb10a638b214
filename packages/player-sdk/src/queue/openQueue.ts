/**
 * Which kept queue a session goes on with. Every session has a queue of its own in the store, so
 * that no two tabs send the same events: it goes on with one that nobody holds, and takes over
 * what other sessions left behind.
 *
 * Every step may be the last one before a crash: taken events stand in the session's own queue
 * before the one they came from is removed, so that in between they stand in both under the same
 * ids, and the server counts them once.
 */
import type { PlayEvent } from '@trove/contracts';
import { v4 } from 'uuid';
import { SDK_LIMITS } from '../limits.js';
import { type KeptDevice, type KeptQueue, readQueue, writeQueue } from './keptQueue.js';
import type { PlayerStore, Release } from './playerStore.js';

export interface OpenQueueOptions {
  readonly store: PlayerStore;
  /** Whose queues these are, as `hunt/player`: a store may hold those of several. */
  readonly owner: string;
  /** Most events this session can take. */
  readonly capacity: number;
  readonly nowMs: number;
}

export interface OpenedQueue {
  readonly name: string;
  /** Unsent events, oldest first within each queue that they came from. */
  readonly events: readonly PlayEvent[];
  readonly last: KeptQueue['last'];
  /** This session's own: no other session has used or will use its name with this epoch. */
  readonly device: KeptDevice;
  readonly release: Release;
  /** False where the store took nothing: the events are sent all the same. */
  readonly isKept: boolean;
}

export interface HeldQueue {
  readonly name: string;
  readonly release: Release;
  readonly kept: KeptQueue;
}

/** Opens the session's queue. Rejects when the store can't be read. */
export async function openQueue(options: OpenQueueOptions): Promise<OpenedQueue> {
  const { store, owner, capacity, nowMs } = options;
  const found = await holdFree(store, `${owner}/`);
  // Without a way to hold it, a queue may be another session's: it is copied, never gone on with.
  const goesOn = store.hold === undefined ? undefined : found[0];
  const own = goesOn ?? (await newQueue(store, `${owner}/${newName()}`));
  const others = found.filter((one) => one !== goesOn);
  const { events, taken } = takeOver(own, others, capacity);
  const device = nextDevice(goesOn?.kept.device, nowMs);
  const { last } = own.kept;
  const text = writeQueue({ events, last, device });
  const isKept = await store.write(own.name, text).then(yes, no);
  // What is not kept here stays where it was: it may be sent twice, and counts once.
  if (isKept) for (const one of taken) await store.remove(one.name);
  for (const one of others) await one.release();
  const { name, release } = own;
  const used = isKept ? device : nextDevice(undefined, nowMs);
  return { name, events, last, device: used, release, isKept };
}

const yes = () => true;
const no = () => false;

/** The owner's queues that no other session holds; each is held now. */
export async function holdFree(store: PlayerStore, prefix: string): Promise<HeldQueue[]> {
  const names = (await store.names()).filter((name) => name.startsWith(prefix)).sort();
  const found: HeldQueue[] = [];
  try {
    for (const name of names.slice(0, SDK_LIMITS.keptQueues)) {
      const release = await hold(store, name);
      if (release === undefined) continue;
      found.push({ name, release, kept: { events: [] } });
      const kept = readQueue(await store.read(name));
      found[found.length - 1] = { name, release, kept };
    }
  } catch (error) {
    // Another session may still be able to read them.
    for (const one of found) await one.release();
    throw error;
  }
  return found;
}

async function newQueue(store: PlayerStore, name: string): Promise<HeldQueue> {
  const release = await hold(store, name);
  return { name, release: release ?? NOTHING_HELD, kept: { events: [] } };
}

const NOTHING_HELD: Release = async () => undefined;

function hold({ hold }: PlayerStore, name: string): Promise<Release | undefined> {
  return hold === undefined ? Promise.resolve(NOTHING_HELD) : hold(name);
}

/** Own events, then those of every queue that fits as a whole; the others stay for later. */
function takeOver(own: HeldQueue, others: readonly HeldQueue[], capacity: number) {
  const events = [...own.kept.events];
  const taken: HeldQueue[] = [];
  for (const one of others) {
    if (events.length + one.kept.events.length > capacity) continue;
    events.push(...one.kept.events);
    taken.push(one);
  }
  return { events, taken };
}

/** Epochs count seconds from here, so that a store that was copied does not repeat one. */
const EPOCHS_SINCE_MS = Date.UTC(2026, 0, 1);

/** The same device in an epoch it was never in; a new one where none was kept. */
export function nextDevice(kept: KeptDevice | undefined, nowMs: number): KeptDevice {
  if (kept === undefined) return { name: newName(), epoch: 0 };
  const seconds = Math.max(0, Math.floor((nowMs - EPOCHS_SINCE_MS) / 1000));
  const epoch = Math.max(kept.epoch + 1, seconds);
  return epoch > SDK_LIMITS.deviceEpoch ? { name: newName(), epoch: 0 } : { ...kept, epoch };
}

/** Characters of a name: 48 bits of chance. */
const NAME_CHARACTERS = 12;

export function newName(): string {
  return v4().replaceAll('-', '').slice(0, NAME_CHARACTERS);
}
