/**
 * Ties a session's queue to what it sends: what is unsent is kept, what others left is taken. What
 * no packet can carry is told as refused and let go: it would hold up all that is behind it.
 */
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
  const { events } = queue.opened;
  let untold = events.filter((event) => !outbox.fits(event));
  const state = () => ({ events: [...untold, ...outbox.pending()], last: channel.last });
  queue.follow(state, (isKept) => channel.events.emit('kept', isKept));
  channel.events.on('pending', () => queue.keep());
  channel.events.on('connection', (connection) => {
    if (connection !== 'live') return;
    queue.takeOver((events) => {
      const isTaken = outbox.offer(events.filter((event) => outbox.fits(event))) === 'queued';
      if (!isTaken) return false;
      channel.offered();
      const large = events.filter((event) => !outbox.fits(event));
      refuse(channel, large);
      return true;
    });
  });
  channel.events.on('results', () => queue.keep());
  outbox.offer(events.filter((event) => outbox.fits(event)));
  // Whoever opens the session begins to listen when it is open; until then they stay in the store.
  const stop = channel.events.on('state', () => {
    stop();
    const large = untold;
    untold = [];
    refuse(channel, large);
  });
}

function refuse({ events }: Channel<PlayEvent>, large: readonly PlayEvent[]): void {
  if (large.length === 0) return;
  const refusal = { code: 'too_large', detail: 'no frame carries it' } as const;
  events.emit(
    'settled',
    large.map((event, index) => ({ index, event, ack: 'invalid', refusal })),
  );
}
