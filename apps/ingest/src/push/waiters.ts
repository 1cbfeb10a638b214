/** Callers that wait for the outcome of an event: HTTP senders that asked to, and joins. */
import type { EventResult } from '@trove/contracts';
import { type OutBlob, toResult } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

interface Waiter {
  readonly source: string;
  readonly settle: (result: EventResult | undefined) => void;
}

export class Waiters {
  /** By the 16 bytes of the event's id; two sources may have used the same one. */
  private readonly waiting = new Map<string, Set<Waiter>>();

  /** Resolves with the outcome, or undefined after `waitMs` or when too many wait already. */
  wait(
    idBytes: string,
    { source, waitMs }: { source: string; waitMs: number },
  ): Promise<EventResult | undefined> {
    if (this.waiting.size >= DOOR_LIMITS.waiters) return Promise.resolve(undefined);
    const waiters = this.waiting.get(idBytes) ?? new Set();
    this.waiting.set(idBytes, waiters);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        source,
        settle: (result) => {
          clearTimeout(timer);
          waiters.delete(waiter);
          if (waiters.size === 0) this.waiting.delete(idBytes);
          resolve(result);
        },
      };
      const timer = setTimeout(() => waiter.settle(undefined), waitMs);
      waiters.add(waiter);
    });
  }

  onCommit(blob: OutBlob): void {
    if (this.waiting.size === 0) return;
    for (let i = 0; i < blob.count; i += 1) {
      const waiters = this.waiting.get(blob.idBytesOf(i));
      if (waiters === undefined) continue;
      const source = blob.names.at(blob.sourceOf(i));
      const result = toResult(blob, i);
      for (const waiter of [...waiters]) if (waiter.source === source) waiter.settle(result);
    }
  }
}
