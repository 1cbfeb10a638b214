/** Callers that wait for the outcome of an event: HTTP senders that asked to, and joins. */
import { CONTROL_SOURCE, type EventResult } from '@trove/contracts';
import { type OutBlob, toResult } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

interface Waiter {
  readonly source: string;
  readonly settle: (result: EventResult | undefined) => void;
}

export interface Wait {
  /** Undefined after `waitMs`, when it was given up, or when too many wait already. */
  readonly outcome: Promise<EventResult | undefined>;
  giveUp(): void;
}

export interface WaitOptions {
  readonly source: string;
  readonly waitMs: number;
}

const NO_WAIT: Wait = { outcome: Promise.resolve(undefined), giveUp: () => undefined };

/** Bounded in all and for each source, so that nobody's waits keep another from being answered. */
export class Waiters {
  /** By the 16 bytes of the event's id; two sources may have used the same one. */
  private readonly waiting = new Map<string, Set<Waiter>>();
  private readonly bySource = new Map<string, number>();
  private count = 0;

  wait(idBytes: string, { source, waitMs }: WaitOptions): Wait {
    if (!this.hasRoom(source)) return NO_WAIT;
    let end: Waiter['settle'] = () => undefined;
    const outcome = new Promise<EventResult | undefined>((resolve) => {
      const timer = setTimeout(() => end(undefined), waitMs);
      end = (result) => {
        clearTimeout(timer);
        if (this.remove(idBytes, waiter)) resolve(result);
      };
    });
    const waiter: Waiter = { source, settle: (result) => end(result) };
    this.add(idBytes, waiter);
    return { outcome, giveUp: () => end(undefined) };
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

  /** What the door itself asks for, as joins, has room that others leave it. */
  private hasRoom(source: string): boolean {
    if (source === CONTROL_SOURCE) return this.count < DOOR_LIMITS.waiters;
    if (this.count >= DOOR_LIMITS.waiters - DOOR_LIMITS.waitersOfDoor) return false;
    return (this.bySource.get(source) ?? 0) < DOOR_LIMITS.waitersOfSource;
  }

  private add(idBytes: string, waiter: Waiter): void {
    const waiters = this.waiting.get(idBytes) ?? new Set();
    waiters.add(waiter);
    this.waiting.set(idBytes, waiters);
    this.bySource.set(waiter.source, (this.bySource.get(waiter.source) ?? 0) + 1);
    this.count += 1;
  }

  /** False when it was removed before. */
  private remove(idBytes: string, waiter: Waiter): boolean {
    const waiters = this.waiting.get(idBytes);
    if (waiters?.delete(waiter) !== true) return false;
    if (waiters.size === 0) this.waiting.delete(idBytes);
    const left = (this.bySource.get(waiter.source) ?? 1) - 1;
    if (left > 0) this.bySource.set(waiter.source, left);
    else this.bySource.delete(waiter.source);
    this.count -= 1;
    return true;
  }
}
