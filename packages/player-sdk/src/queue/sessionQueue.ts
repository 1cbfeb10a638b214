/**
 * A session's queue and its store together: what is opened at the start, and written whenever
 * something has changed. Where the store fails the session plays on and says that it keeps nothing.
 */
import type { PlayEvent, ResultOffset } from '@trove/contracts';
import { SDK_LIMITS } from '../limits.js';
import { Keeper } from './keeper.js';
import { writeQueue } from './keptQueue.js';
import { holdFree, newName, type OpenedQueue, openQueue } from './openQueue.js';
import type { PlayerStore } from './playerStore.js';

export interface QueueState {
  readonly events: readonly PlayEvent[];
  readonly last: readonly ResultOffset[] | undefined;
}

export interface SessionQueue {
  readonly opened: Omit<OpenedQueue, 'name' | 'release' | 'isKept'>;
  /** Whether the newest state that `keep` was asked for is in the store; false without a store. */
  readonly isKept: boolean;
  /** From now on `keep` writes what `state` says; `onChange` is told when `isKept` has changed. */
  follow(state: () => QueueState, onChange: (isKept: boolean) => void): void;
  /** Asks for a write; what comes of it is told by `isKept`. */
  keep(): void;
  /**
   * Takes over what sessions that have ended since left behind. `offer` answers false where there
   * is no room for all of one's events: they stay where they are.
   */
  takeOver(offer: (events: readonly PlayEvent[]) => boolean): void;
  /** Writes what is unwritten, then lets another session have the queue. */
  close(): void;
}

/** Queues of this program that are about to be free: the next session waits for them. */
const closing = new Set<Promise<void>>();

const UNKEPT = { events: [], last: undefined };

/** Never rejects: a store that can't be opened is as none, and `isKept` says so. */
export async function openSessionQueue(
  store: PlayerStore | undefined,
  owner: string,
): Promise<SessionQueue> {
  await Promise.all(closing);
  const capacity = SDK_LIMITS.playerQueue;
  const opening =
    store === undefined
      ? undefined
      : openQueue({ store, owner, capacity, nowMs: Date.now() }).catch(() => undefined);
  const opened = await opening;
  if (store === undefined || opened === undefined) return unkeptQueue();
  let { isKept } = opened;
  let keeper: Keeper | undefined;
  let tell: (isKept: boolean) => void = () => undefined;
  const turn = (value: boolean) => {
    if (value === isKept) return;
    isKept = value;
    tell(value);
  };
  const keep = async (): Promise<boolean> => {
    await keeper?.keep().then(
      () => turn(true),
      () => turn(false),
    );
    return isKept;
  };
  return {
    opened,
    get isKept() {
      return isKept;
    },
    follow(state, onChange) {
      tell = onChange;
      const { device, name } = opened;
      const write = (text: string) => store.write(name, text);
      keeper = new Keeper(write, () => writeQueue({ ...state(), device }));
    },
    keep: () => void keep(),
    takeOver(offer) {
      if (store.hold === undefined) return;
      takeOverFrom(store, { owner, offer, keep }).catch(() => turn(false));
    },
    close() {
      const freed: Promise<void> = keep()
        .then(opened.release)
        .catch(() => turn(false))
        .finally(() => closing.delete(freed));
      closing.add(freed);
    },
  };
}

interface TakingOver {
  readonly owner: string;
  offer(events: readonly PlayEvent[]): boolean;
  /** Whether all that was offered is in the store. */
  keep(): Promise<boolean>;
}

/** One after another: each is removed only when its events stand in the session's own queue. */
async function takeOverFrom(store: PlayerStore, { owner, offer, keep }: TakingOver): Promise<void> {
  for (const { name, kept, release } of await holdFree(store, `${owner}/`)) {
    const isOurs = offer(kept.events) && (await keep());
    if (isOurs) await store.remove(name);
    await release();
  }
}

function unkeptQueue(): SessionQueue {
  return {
    opened: { ...UNKEPT, device: { name: newName(), epoch: 0 } },
    isKept: false,
    follow: () => undefined,
    keep: () => undefined,
    takeOver: () => undefined,
    close: () => undefined,
  };
}
