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
  const opened = parted(queue.opened.events, outbox);
  let untold = opened.large;
  const state = () => ({ events: [...untold, ...outbox.pending()], last: channel.last });
  queue.follow(state, (isKept) => channel.events.emit('kept', isKept));
  channel.events.on('pending', () => queue.keep());
  channel.events.on('connection', (connection) => {
    if (connection !== 'live') return;
    queue.takeOver((events) => {
      const { fitting, large } = parted(events, outbox);
      if (outbox.offer(fitting) !== 'queued') return false;
      channel.offered();
      refuse(channel, large);
      return true;
    });
  });
  channel.events.on('results', () => queue.keep());
  outbox.offer(opened.fitting);
  // Whoever opens the session begins to listen when it is open; until then they stay in the store.
  const stop = channel.events.on('state', () => {
    stop();
    const large = untold;
    untold = [];
    refuse(channel, large);
  });
}

function parted(events: readonly PlayEvent[], outbox: Outbox<PlayEvent>) {
  const fitting: PlayEvent[] = [];
  const large: PlayEvent[] = [];
  for (const event of events) (outbox.fits(event) ? fitting : large).push(event);
  return { fitting, large };
}

function refuse({ events }: Channel<PlayEvent>, large: readonly PlayEvent[]): void {
  if (large.length === 0) return;
  const refusal = { code: 'too_large', detail: 'no frame carries it' } as const;
  events.emit(
    'settled',
    large.map((event, index) => ({ index, event, ack: 'invalid', refusal })),
  );
}
