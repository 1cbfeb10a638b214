/**
 * A session's queue and its store together: what is opened at the start, and written whenever
 * something has changed. Where the store fails the session plays on and says that it keeps nothing.
 */
import type { PlayEvent, ResultOffset } from '@trove/contracts';
import { SDK_LIMITS } from '../limits.js';
import { Keeper } from './keeper.js';
import { writeQueue } from './keptQueue.js';
import { newName, type OpenedQueue, openQueue } from './openQueue.js';
import type { PlayerStore } from './playerStore.js';

export interface QueueState {
  readonly events: readonly PlayEvent[];
  readonly last: readonly ResultOffset[] | undefined;
}

export interface SessionQueue {
  readonly opened: Omit<OpenedQueue, 'name' | 'release'>;
  /** Whether the newest state that `keep` was asked for is in the store; false without a store. */
  readonly isKept: boolean;
  /** From now on `keep` writes what `state` says; `onChange` is told when `isKept` has changed. */
  follow(state: () => QueueState, onChange: (isKept: boolean) => void): void;
  /** Asks for a write; what comes of it is told by `isKept`. */
  keep(): void;
  /** Writes what is unwritten, then lets another session have the queue. */
  close(): void;
}

const UNKEPT = { events: [], last: undefined };

/** Never rejects: a store that can't be opened is as none, and `isKept` says so. */
export async function openSessionQueue(
  store: PlayerStore | undefined,
  owner: string,
): Promise<SessionQueue> {
  const capacity = SDK_LIMITS.playerQueue;
  const opening =
    store === undefined
      ? undefined
      : openQueue({ store, owner, capacity, nowMs: Date.now() }).catch(() => undefined);
  const opened = await opening;
  if (store === undefined || opened === undefined) return unkeptQueue();
  let isKept = true;
  let keeper: Keeper | undefined;
  let tell: (isKept: boolean) => void = () => undefined;
  const turn = (value: boolean) => {
    if (value === isKept) return;
    isKept = value;
    tell(value);
  };
  const keep = async (): Promise<void> => {
    await keeper?.keep().then(
      () => turn(true),
      () => turn(false),
    );
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
    close: () => void keep().finally(opened.release),
  };
}

function unkeptQueue(): SessionQueue {
  return {
    opened: { ...UNKEPT, device: { name: newName(), epoch: 0 } },
    isKept: false,
    follow: () => undefined,
    keep: () => undefined,
    close: () => undefined,
  };
}
