/**
 * A player's app: events go out one packet at a time, in order, with ids made once, and every
 * call answers with a value, so that nothing is ever dropped without a word.
 */
import type {
  Ack,
  Answer,
  BoardPush,
  CustomData,
  CustomType,
  EventData,
  EventRefusal,
  EventResult,
  EventType,
  PlayEvent,
  PlayType,
  Receipt,
  Recommendations,
  TeamSnapshot,
} from '@trove/contracts';
import type { ChannelEvents } from './channel.js';
import { Channel } from './channel.js';
import { DeviceCounter, type DeviceOptions } from './deviceCounter.js';
import { makeEventId } from './eventId.js';
import { Intents } from './intents.js';
import { SDK_LIMITS } from './limits.js';
import { Outbox } from './outbox.js';
import { createServerClock } from './serverClock.js';
import type { PlayerStorage } from './storage.js';
import { Keeper, readKept } from './storage.js';
import { type TeamCalls, teamCalls, tellingRefusal } from './teamCalls.js';
import { createTokenKeeper, type TokenKeeper } from './tokenKeeper.js';
import { fetchReceipt, type Session } from './transport.js';

export interface PlayerOptions {
  readonly url: string;
  /** What `joinHunt` answered. */
  readonly session: Session;
  /** Keeps unsent events across restarts of the app. */
  readonly storage?: PlayerStorage;
  /** For apps that keep a count of their own; without, each session counts as a device. */
  readonly device?: DeviceOptions;
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
  | { readonly ok: false; readonly reason: 'full' | 'closed' };

export interface Player extends TeamCalls {
  /** `traceparent` is a W3C trace context that the event carries through Trove. */
  send<T extends EventType>(
    type: T,
    data: EventData<T>,
    options?: { readonly traceparent?: string },
  ): Sent;
  /** An event of the hunt's own type; what its data holds stands in the hunt file. */
  send(type: CustomType, data: CustomData, options?: { readonly traceparent?: string }): Sent;
  /** Chooses an option of a choice clue. */
  choose(clue: string, option: string): Sent;
  /** Asks for a hint; its text is in the result, and costs nothing when it was taken before. */
  requestHint(clue: string, hint: string): Sent;
  on<K extends keyof ChannelEvents<PlayEvent>>(
    name: K,
    listener: (value: ChannelEvents<PlayEvent>[K]) => void,
  ): () => void;
  /** The team's own view of the hunt. */
  state(): Promise<Answer<{ state: TeamSnapshot }>>;
  board(limit?: number): Promise<Answer<{ board: BoardPush }>>;
  /** What the team might try next. A result that changes it carries it too, as `next`. */
  recommendations(): Promise<Answer<{ recommendations: Recommendations }>>;
  /**
   * What happened to an event of the team, and why: the last word on it, also long after. Name the
   * `position` of its result for a team-mate's event or for one of several with this id. Throws
   * `TroveError`; `undecided` and `not_ready` are worth asking again.
   */
  receipt(id: string, options?: { readonly position?: number }): Promise<Receipt>;
  /** Events not answered yet. */
  readonly pending: number;
  close(): void;
}

/** Connects a player, and first queues again what an earlier session could not send. */
export async function createPlayer(options: PlayerOptions): Promise<Player> {
  const { url, session, storage } = options;
  const kept = await readKept(storage);
  const now = () => Date.now();
  const clock = createServerClock(now);
  clock.observe(now(), session.serverTime);
  const outbox = new Outbox<PlayEvent>({
    capacity: SDK_LIMITS.playerQueue,
    perPacket: SDK_LIMITS.eventsPerPacket,
    packetBytes: SDK_LIMITS.packetBytes,
    bytesOf: (event) => JSON.stringify(event).length,
    inFlight: 1,
    retried: new Set<Ack>(['busy', 'rate_limited']),
    random: Math.random,
  });
  outbox.offer(kept.events.slice(0, SDK_LIMITS.playerQueue));
  const tokens = createTokenKeeper({
    url,
    session,
    now: clock.now,
    onToken: (token) => channel.socket.emit('token:refresh', { token }, () => undefined),
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
    now,
    acknowledges: true,
    last: kept.last,
  });
  const intents = new Intents();
  intents.listen(channel.events);
  const keeper = storage && keepUnsent({ storage, channel, outbox });
  const counter = new DeviceCounter(options.device);
  return playerOf({ url, session, channel, outbox, intents, tokens, clock, counter, keeper });
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
  readonly keeper: Keeper | undefined;
}

function keepUnsent(parts: Pick<Parts, 'channel' | 'outbox'> & { storage: PlayerStorage }): Keeper {
  const { storage, channel, outbox } = parts;
  const keeper = new Keeper(storage, () => ({ events: outbox.pending(), last: channel.last }));
  const keep = () => void keeper.keep().catch(() => undefined);
  channel.events.on('settled', keep);
  channel.events.on('results', keep);
  return keeper;
}

function playerOf(parts: Parts): Player {
  const { url, session, channel, outbox, intents, tokens, clock, counter, keeper } = parts;
  const { hunt, player, team } = session;
  let isClosed = false;
  const end = () => {
    tokens.close();
    channel.close();
  };
  const send: Player['send'] = (
    type: PlayType,
    data: EventData | CustomData,
    { traceparent }: { readonly traceparent?: string } = {},
  ): Sent => {
    if (isClosed) return { ok: false, reason: 'closed' };
    const id = makeEventId(clock.now());
    const time = new Date().toISOString();
    const traced = traceparent === undefined ? {} : { traceparent };
    const said = { id, type, time, hunt, player, team, data, ...traced };
    const event = { ...said, device: counter.take() } as PlayEvent;
    if (!outbox.offer([event])) return { ok: false, reason: 'full' };
    const intent = intents.open(id);
    keeper?.keep().catch(() => undefined);
    channel.pump();
    return { ok: true, id, ...intent };
  };
  return {
    send,
    choose: (clue, option) => send('option.chosen.v1', { clue, option }),
    requestHint: (clue, hint) => send('hint.requested.v1', { clue, hint }),
    on: (name, listener) => channel.events.on(name, listener),
    state: () => channel.socket.emitWithAck('state:get', { hunt, team }),
    ...teamCalls({ channel, session, end }),
    board: (limit = 10) => channel.socket.emitWithAck('board:get', { hunt, limit }),
    recommendations: () => {
      return channel.socket.emitWithAck('recommendations:get', { hunt, team });
    },
    async receipt(id, { position } = {}) {
      return (await fetchReceipt({ url, token: tokens.token, id, position })).receipt;
    },
    get pending() {
      return outbox.size;
    },
    close() {
      isClosed = true;
      end();
      intents.close();
    },
  };
}
