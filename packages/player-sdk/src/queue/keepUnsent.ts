/** Ties a session's queue to what it sends: what is unsent is kept, what others left is taken. */
import type { PlayEvent } from '@trove/contracts';
import type { Channel } from '../channel.js';
import type { Outbox } from '../outbox.js';
import type { SessionQueue } from './sessionQueue.js';

export interface KeepUnsentOptions {
  readonly queue: SessionQueue;
  readonly channel: Channel<PlayEvent>;
  readonly outbox: Outbox<PlayEvent>;
}

export function keepUnsent({ queue, channel, outbox }: KeepUnsentOptions): void {
  const state = () => ({ events: outbox.pending(), last: channel.last });
  queue.follow(state, (isKept) => channel.events.emit('kept', isKept));
  channel.events.on('pending', () => queue.keep());
  channel.events.on('connection', (connection) => {
    if (connection !== 'live') return;
    queue.takeOver((events) => {
      const isTaken = outbox.offer(events) === 'queued';
      if (isTaken) channel.offered();
      return isTaken;
    });
  });
  channel.events.on('results', () => queue.keep());
}
