/**
 * A server's or tool's way in: acts for any player of the hunts its token names, with several
 * packets on the way at once, in order.
 */

import type { PlayEvent, ResultOffset } from '@trove/contracts';
import { Channel } from './channel.js';
import type { ChannelEvents } from './channelEvents.js';
import { makeEventId } from './eventId.js';
import { SDK_LIMITS } from './limits.js';
import { type Offered, Outbox } from './outbox.js';
import type { PacketFrames } from './packetFrames.js';
import { createServerClock } from './serverClock.js';
import { utf8Bytes } from './utf8Bytes.js';

export interface SourceOptions {
  readonly url: string;
  readonly token: string;
  /** The token's own `sub`. */
  readonly source: string;
  /** Packets on the way at once. */
  readonly inFlight?: number;
  /** Most events in one packet; 1 for the shortest way of a single event. */
  readonly perPacket?: number;
  /** Events kept at most. */
  readonly capacity?: number;
  /** Another form of packets on the wire; JSON without it. */
  readonly frames?: PacketFrames;
}

export interface Source {
  /**
   * Takes all the events or none: `full` where the queue has no room for all, send them later;
   * `too_large` where no frame can carry one of them.
   */
  send(events: readonly PlayEvent[]): Offered;
  on<K extends keyof ChannelEvents<PlayEvent>>(
    name: K,
    listener: (value: ChannelEvents<PlayEvent>[K]) => void,
  ): () => void;
  /** A new id on the server's clock, for one intent. */
  makeId(): string;
  /** Events not answered yet. */
  readonly pending: number;
  readonly last: readonly ResultOffset[] | undefined;
  close(): void;
}

/** Connects a source. Packets told `busy` or `rate_limited` go again by themselves, in order. */
export function createSource(options: SourceOptions): Source {
  const deviceNow = () => Date.now();
  const steadyNow = () => performance.now();
  const clock = createServerClock({ deviceNow, steadyNow });
  const outbox = new Outbox<PlayEvent>({
    capacity: options.capacity ?? SDK_LIMITS.sourceQueue,
    perPacket: options.perPacket ?? SDK_LIMITS.eventsPerPacket,
    packetBytes: SDK_LIMITS.packetBytes,
    bytesOf: (event) => utf8Bytes(JSON.stringify(event)),
    inFlight: options.inFlight ?? SDK_LIMITS.sourceInFlight,
    retried: new Set(['busy', 'rate_limited']),
    random: Math.random,
  });
  const { url, token, source, frames } = options;
  const channel = new Channel<PlayEvent>({
    url,
    source,
    token: () => token,
    outbox,
    clock,
    deviceNow,
    steadyNow,
    frames,
  });
  return {
    send(events) {
      const offered = outbox.offer(events);
      if (offered === 'queued') channel.offered();
      return offered;
    },
    on: (name, listener) => channel.events.on(name, listener),
    makeId: () => makeEventId(clock.now()),
    get pending() {
      return outbox.size;
    },
    get last() {
      return channel.last;
    },
    close: () => channel.close(),
  };
}
