/**
 * A player's app: events go out one packet at a time, in order, with ids made once, and every
 * call answers with a value, so that nothing is ever dropped without a word.
 */

import type {
  Ack,
  CustomData,
  CustomType,
  EventData,
  EventRefusal,
  EventResult,
  EventType,
  PlayEvent,
  PlayType,
  Receipt,
} from '@trove/contracts';
import { sendBeaconOf } from './beacon.js';
import { Channel } from './channel.js';
import type { ChannelEvents } from './channelEvents.js';
import type { ConnectionState } from './connection.js';
import { DeviceCounter, type DeviceOptions } from './deviceCounter.js';
import { eventMaker } from './eventMaker.js';
import { flushQueue } from './flush.js';
import { Intents } from './intents.js';
import { SDK_LIMITS } from './limits.js';
import { Outbox } from './outbox.js';
import type { PacketFrames } from './packetFrames.js';
import { type PhotoCalls, photoCalls } from './photos.js';
import { askOver, type QuestionCalls, questionCalls } from './questions.js';
import { keepUnsent } from './queue/keepUnsent.js';
import type { PlayerStore } from './queue/playerStore.js';
import { openSessionQueue, type SessionQueue } from './queue/sessionQueue.js';
import { Sending } from './sending.js';
import { createServerClock } from './serverClock.js';
import { type TeamCalls, teamCalls, tellingRefusal } from './teamCalls.js';
import { createTokenKeeper, type TokenKeeper } from './tokenKeeper.js';
import { fetchReceipt, type Session } from './transport.js';
import { utf8Bytes } from './utf8Bytes.js';

export interface PlayerOptions {
  readonly url: string;
  /** What `joinHunt` answered. */
  readonly session: Session;
  /**
   * Keeps unsent events across restarts of the app: `indexedDbStore` of `/browser`, `fileStore`
   * of `/node`, or one of the app's own. Several tabs and several players may have one store.
   */
  readonly store?: PlayerStore;
  /** For apps that keep a count of their own; without, the store's device or one a session. */
  readonly device?: DeviceOptions;
  /** Another form of packets on the wire, as `msgpackFrames` of `/msgpack`; JSON without it. */
  readonly frames?: PacketFrames;
}

export interface SendOptions {
  /** A W3C trace context that the event carries through Trove. */
  readonly traceparent?: string;
  /** When it happened, by the device's clock, ms; else now. */
  readonly atMs?: number;
}

/** What became of `send`. The promises never reject. */
export type Sent =
  | {
      readonly ok: true;
      /** The event's id: the same in every retry and in its result. */
      readonly id: string;
      /** The server's answer: durable in the log, or refused with the reason. */
      readonly acked: Promise<{ ack: Ack; refusal?: EventRefusal | undefined }>;
      /** What it did; undefined when it was refused or the player was closed. */
      readonly result: Promise<EventResult | undefined>;
    }
  | {
      readonly ok: false;
      /** `too_large`: no frame carries it, however often it is tried. */
      readonly reason: 'full' | 'too_large' | 'closed';
    };

export interface Player extends PhotoCalls, QuestionCalls, TeamCalls {
  send<T extends EventType>(type: T, data: EventData<T>, options?: SendOptions): Sent;
  /** An event of the hunt's own type; what its data holds stands in the hunt file. */
  send(type: CustomType, data: CustomData, options?: SendOptions): Sent;
  /** Chooses an option of a choice clue. */
  choose(clue: string, option: string): Sent;
  /** Asks for a hint; its text is in the result, and costs nothing when it was taken before. */
  requestHint(clue: string, hint: string): Sent;
  on<K extends keyof ChannelEvents<PlayEvent>>(
    name: K,
    listener: (value: ChannelEvents<PlayEvent>[K]) => void,
  ): () => void;
  /**
   * What happened to an event of the team, and why: the last word on it, also long after. Name the
   * `position` of its result for a team-mate's event or for one of several with this id. Throws
   * `TroveError`; `undecided` and `not_ready` are worth asking again.
   */
  receipt(id: string, options?: { readonly position?: number }): Promise<Receipt>;
  /** Events not answered for good yet. There is room for 1,000; beyond it `send` says `full`. */
  readonly pending: number;
  /** How many times `send` has said `full`. */
  readonly timesFull: number;
  /** Whether the store has the newest state of the queue: false without one or while it fails. */
  readonly isKept: boolean;
  readonly connection: ConnectionState;
  /**
   * Waits until all events are answered for good, for five seconds unless told otherwise.
   * Resolves with how many are still pending: 0 when all are through.
   */
  flush(timeoutMs?: number): Promise<number>;
  /**
   * For a page that goes away: hands unsent events to the browser, which delivers them when the
   * page is gone. Answers how many it took. They are sent again later all the same and count once.
   */
  beacon(): number;
  /** Connects now where it would have waited: the app knows that the network is back. */
  wake(): void;
  /** Ends the session. Unsent events stay in the store for the next one. */
  close(): void;
}

/**
 * Connects a player, and first queues again what earlier sessions could not send. Needs no
 * network: a kept session is enough, and events wait until the server is reached.
 */
export async function createPlayer(options: PlayerOptions): Promise<Player> {
  const { url, session, store, frames } = options;
  const queue = await openSessionQueue(store, `${session.hunt}/${session.player}`);
  const { events, last, device } = queue.opened;
  const deviceNow = () => Date.now();
  const steadyNow = () => performance.now();
  const clock = createServerClock({ deviceNow, steadyNow, offsetMs: session.clockAheadMs });
  const outbox = new Outbox<PlayEvent>({
    capacity: Math.max(SDK_LIMITS.playerQueue, events.length),
    perPacket: SDK_LIMITS.eventsPerPacket,
    packetBytes: SDK_LIMITS.packetBytes,
    bytesOf: (event) => utf8Bytes(JSON.stringify(event)),
    inFlight: 1,
    retried: new Set<Ack>(['busy', 'rate_limited']),
    random: Math.random,
  });
  const tokens = createTokenKeeper({
    url,
    session,
    clock,
    deviceNow,
    onSession: (renewed) => {
      channel.socket.emit('token:refresh', { token: renewed.token }, () => undefined);
      channel.events.emit('session', renewed);
    },
  });
  const channel: Channel<PlayEvent> = new Channel<PlayEvent>({
    url,
    source: session.source,
    token: () => tokens.token,
    refresh: tellingRefusal(
      () => channel,
      () => tokens.refresh(),
    ),
    outbox,
    clock,
    deviceNow,
    steadyNow,
    acknowledges: true,
    frames,
    last,
  });
  const intents = new Intents();
  intents.listen(channel.events);
  keepUnsent({ queue, channel, outbox });
  const counter = new DeviceCounter(options.device ?? device);
  return playerOf({ url, session, channel, outbox, intents, tokens, clock, counter, queue });
}

interface Parts {
  readonly url: string;
  readonly session: Session;
  readonly channel: Channel<PlayEvent>;
  readonly outbox: Outbox<PlayEvent>;
  readonly intents: Intents;
  readonly tokens: TokenKeeper;
  readonly clock: { now(): number };
  readonly counter: DeviceCounter;
  readonly queue: SessionQueue;
}

function playerOf(parts: Parts): Player {
  const { url, session, channel, outbox, intents, tokens, clock, counter, queue } = parts;
  const { hunt } = session;
  const make = eventMaker({ session, counter, clock });
  const closing = new AbortController();
  const ask = askOver({ socket: channel.socket, closed: closing.signal, clock });
  const sending = new Sending({ make, outbox, intents, channel });
  endWithTeam(channel, [sending, intents]);
  const end = () => {
    closing.abort();
    tokens.close();
    channel.close();
  };
  const send: Player['send'] = (
    type: PlayType,
    data: EventData | CustomData,
    options: SendOptions = {},
  ) => sending.send({ type, data, ...options });
  return {
    send,
    choose: (clue, option) => send('option.chosen.v1', { clue, option }),
    requestHint: (clue, hint) => send('hint.requested.v1', { clue, hint }),
    ...photoCalls({ url, hunt, tokens, send }),
    on: (name, listener) => channel.events.on(name, listener),
    ...questionCalls(ask, session),
    ...teamCalls({ channel, ask, session, end }),
    async receipt(id, { position } = {}) {
      return (await fetchReceipt({ url, token: tokens.token, id, position })).receipt;
    },
    get pending() {
      return outbox.size;
    },
    get timesFull() {
      return sending.timesFull;
    },
    get isKept() {
      return queue.isKept;
    },
    get connection() {
      return channel.connection;
    },
    flush(timeoutMs = SDK_LIMITS.flushMs) {
      return flushQueue({ events: channel.events, pending: () => outbox.size, timeoutMs });
    },
    beacon() {
      const { token } = tokens;
      const events = outbox.pending();
      return sendBeaconOf({ url, token, source: session.source, events, nowMs: Date.now() });
    },
    wake: () => channel.wake(),
    close() {
      sending.close();
      queue.close();
      end();
      intents.close();
    },
  };
}

/** Who is out of the team waits for nothing more of it. */
function endWithTeam({ events }: Channel<PlayEvent>, parts: readonly { close(): void }[]): void {
  events.on('left', () => {
    for (const part of parts) part.close();
  });
}
