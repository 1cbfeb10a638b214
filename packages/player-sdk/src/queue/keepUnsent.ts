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
  const state = () => ({ events: outbox.pending(), last: channel.last });
  queue.follow(state, (isKept) => channel.events.emit('kept', isKept));
  channel.events.on('pending', () => queue.keep());
  channel.events.on('connection', (connection) => {
    if (connection !== 'live') return;
    queue.takeOver((events) => {
      const isTaken = outbox.offer(events.filter((event) => outbox.fits(event))) === 'queued';
      if (!isTaken) return false;
      channel.offered();
      refuseLarge(events, { channel, outbox });
      return true;
    });
  });
  channel.events.on('results', () => queue.keep());
  const { events } = queue.opened;
  outbox.offer(events.filter((event) => outbox.fits(event)));
  // Whoever opens the session begins to listen when it is open.
  const stop = channel.events.on('state', () => {
    stop();
    refuseLarge(events, { channel, outbox });
  });
}

function refuseLarge(
  events: readonly PlayEvent[],
  { channel, outbox }: Pick<KeepUnsentOptions, 'channel' | 'outbox'>,
): void {
  const large = events.filter((event) => !outbox.fits(event));
  if (large.length === 0) return;
  const refusal = { code: 'too_large', detail: 'no frame carries it' } as const;
  channel.events.emit(
    'settled',
    large.map((event, index) => ({ index, event, ack: 'invalid', refusal })),
  );
}
