/** Waits until a queue is empty, for so long at most. */
import type { ChannelEvents } from './channelEvents.js';
import type { Emitter } from './emitter.js';

export interface FlushOptions<E> {
  readonly events: Emitter<ChannelEvents<E>>;
  readonly pending: () => number;
  readonly timeoutMs: number;
}

/** How many events are still pending: 0 when all are answered for good. Never rejects. */
export function flushQueue<E>({ events, pending, timeoutMs }: FlushOptions<E>): Promise<number> {
  if (pending() === 0) return Promise.resolve(0);
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      resolve(pending());
    };
    const timer = setTimeout(end, timeoutMs);
    const stops = [
      events.on('pending', (count) => {
        if (count === 0) end();
      }),
      events.on('connection', (state) => {
        if (state === 'closed') end();
      }),
    ];
  });
}
