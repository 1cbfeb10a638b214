import { expect, it, vi } from 'vitest';
import type { ChannelEvents } from './channelEvents.js';
import { createEmitter } from './emitter.js';
import { flushQueue } from './flush.js';

function queueOf(count: number) {
  const events = createEmitter<ChannelEvents<string>>();
  const queue = { count };
  const settle = (left: number) => {
    queue.count = left;
    events.emit('pending', left);
  };
  const flush = (timeoutMs = 60_000) =>
    flushQueue({ events, pending: () => queue.count, timeoutMs });
  return { events, settle, flush };
}

it('resolves when the last event is answered', async () => {
  const { flush, settle } = queueOf(2);
  const flushed = flush();
  settle(1);
  settle(0);
  expect(await flushed).toBe(0);
  expect(await flush()).toBe(0);
});

it('says how many are left when the time is over, or the player is closed', async () => {
  vi.useFakeTimers();
  const { flush, events } = queueOf(3);
  const [timed, closed] = [flush(500), flush()];
  await vi.advanceTimersByTimeAsync(500);
  expect(await timed).toBe(3);
  events.emit('connection', 'closed');
  expect(await closed).toBe(3);
  vi.useRealTimers();
});
