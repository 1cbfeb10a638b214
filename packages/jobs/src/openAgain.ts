/** Queues and workers of BullMQ, which gives up for ever one whose first question fails. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Queue, Worker } from 'bullmq';
import { JOB_LIMITS } from './limits.js';

export interface Opened<B> {
  readonly bull: B;
  /** Rejects when BullMQ has given it up. */
  readonly connected: Promise<unknown>;
}

export interface Reopening<B> {
  /** As it is now. */
  now(): Opened<B>;
  /** Opens none any more and closes the one there is. */
  close(): Promise<void>;
}

/** Opens one, and another in its place, after a pause, whenever it is given up before it stood. */
export function openAgain<B extends Queue | Worker>(
  openOne: () => B,
  onGivenUp: (error: unknown) => void,
): Reopening<B> {
  let isClosed = false;
  let opened: Opened<B>;
  const open = (): void => {
    const bull = openOne();
    const connected = bull.waitUntilReady();
    opened = { bull, connected };
    connected.catch(async (error: unknown) => {
      if (isClosed) return;
      onGivenUp(error);
      await bull.close().catch(() => undefined);
      await pause(JOB_LIMITS.reconnectMs, undefined, { ref: false });
      if (!isClosed) open();
    });
  };
  open();
  return {
    now: () => opened,
    async close() {
      isClosed = true;
      await opened.bull.close();
    },
  };
}
