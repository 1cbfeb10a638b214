/**
 * One socket to `/play` and the outbox behind it: sends what may leave, hands on what the server
 * pushes, and reconnects. Players and sources differ only in their options.
 */
import type {
  ClientMessages,
  Problem,
  ResultOffset,
  SendReply,
  ServerMessages,
} from '@trove/contracts';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { ChannelEvents } from './channelEvents.js';
import { type ConnectionState, type Happening, nextState } from './connection.js';
import { createEmitter } from './emitter.js';
import { authOf, problemOf } from './handshake.js';
import { SDK_LIMITS } from './limits.js';
import type { Outbox, Packet } from './outbox.js';
import type { PacketFrames } from './packetFrames.js';
import { Reconnector } from './reconnector.js';
import { SeenOffsets } from './seenOffsets.js';
import { SeenTeller } from './seenTeller.js';
import type { ServerClock } from './serverClock.js';
import { Watchdog } from './watchdog.js';

type PlaySocket = Socket<ServerMessages, ClientMessages>;

export interface ChannelOptions<E> {
  readonly url: string;
  readonly source: string;
  readonly token: () => string;
  /** A fresh token after `token_expired`; absent when there is none to be had. */
  readonly refresh?: () => Promise<string>;
  readonly outbox: Outbox<E>;
  readonly clock: ServerClock;
  /** The device's clock, ms: what packets say they were sent at. */
  readonly deviceNow: () => number;
  /** A clock that nobody sets, ms: what waits are counted by. */
  readonly steadyNow: () => number;
  /** Tells the server which results were had; only a player's device does. */
  readonly acknowledges?: boolean;
  /** Turns packets into binary frames; absent, they leave as JSON. */
  readonly frames?: PacketFrames | undefined;
  /** Where an earlier session stood. */
  readonly last?: readonly ResultOffset[] | undefined;
}

/** Connects when made. Every wait it makes ends with `close`. */
export class Channel<E> {
  readonly events = createEmitter<ChannelEvents<E>>();
  readonly socket: PlaySocket;
  readonly #options: ChannelOptions<E>;
  readonly #seen: SeenOffsets;
  readonly #heard: SeenOffsets;
  readonly #watchdog: Watchdog;
  readonly #teller: SeenTeller;
  readonly #reconnector: Reconnector;
  #connection: ConnectionState = 'connecting';
  #wake: ReturnType<typeof setTimeout> | undefined;
  /** When the handshake left, by the device's clock. */
  #askedAtMs = 0;

  constructor(options: ChannelOptions<E>) {
    this.#options = options;
    this.#seen = new SeenOffsets(options.last);
    this.#heard = new SeenOffsets(options.last);
    this.#watchdog = new Watchdog({
      withinMs: SDK_LIMITS.answerWithinMs,
      now: options.steadyNow,
      onSilence: () => this.#reconnector.now(),
    });
    this.socket = io(new URL('/play', options.url).href, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: SDK_LIMITS.retryFirstMs,
      reconnectionDelayMax: SDK_LIMITS.retryLastMs,
      auth: (give) => {
        this.#askedAtMs = options.deviceNow();
        give(authOf(options.token(), this.#seen.last()));
      },
    });
    this.#reconnector = new Reconnector({ socket: this.socket, refresh: options.refresh });
    this.#teller = new SeenTeller({
      now: options.steadyNow,
      isConnected: () => options.acknowledges === true && this.socket.connected,
      tell: (place) => this.socket.emit('results:seen', place),
    });
    this.#listenToConnection();
    this.#listenToPushes();
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  /** The last results seen, by partition. */
  get last(): readonly ResultOffset[] | undefined {
    return this.#seen.last();
  }

  /** Events were offered to the outbox: tells so, and sends what may leave. */
  offered(): void {
    this.events.emit('pending', this.#options.outbox.size);
    this.pump();
  }

  /** Tries to connect now instead of when it is due, where there is no connection. */
  wake(): void {
    if (!this.socket.connected) this.#reconnector.now();
  }

  /** Sends what may leave. */
  pump(): void {
    const { outbox, steadyNow } = this.#options;
    while (this.socket.connected) {
      const packet = outbox.take(steadyNow());
      if (packet === undefined) break;
      this.#send(packet);
    }
    clearTimeout(this.#wake);
    const wakeAtMs = outbox.wakeAtMs();
    if (wakeAtMs === undefined || !this.socket.connected) return;
    this.#wake = setTimeout(() => this.pump(), Math.max(1, wakeAtMs - steadyNow()));
  }

  close(): void {
    // First, so that the connection's own end is not taken for a lost one.
    this.#happened('closed');
    clearTimeout(this.#wake);
    this.#reconnector.close();
    this.#teller.close();
    this.socket.disconnect();
    this.#watchdog.clear();
  }

  #happened(happening: Happening): void {
    const next = nextState(this.#connection, happening);
    if (next === this.#connection) return;
    this.#connection = next;
    this.events.emit('connection', next);
  }

  #send(packet: Packet<E>): void {
    const { deviceNow, source, frames } = this.#options;
    const { id } = this.socket;
    const askedAtMs = deviceNow();
    const sentAt = new Date(askedAtMs).toISOString();
    const body = { specversion: '1.0', source, sentAt, events: packet.events as never } as const;
    this.#watchdog.sent(packet.key);
    this.socket.emit('events:send', frames?.encode(body) ?? body, (reply) => {
      if (this.socket.id === id) this.#answered(packet, reply, askedAtMs);
    });
  }

  #answered(packet: Packet<E>, reply: SendReply, askedAtMs: number): void {
    const { clock, outbox, steadyNow, refresh } = this.#options;
    this.#watchdog.answered(packet.key);
    clock.observe(askedAtMs, reply.serverTime);
    const { settled, waitsFor } = outbox.answer(packet.key, reply, steadyNow());
    this.#happened(waitsFor === undefined ? 'settled' : 'held');
    if (settled.length > 0) {
      this.events.emit('settled', settled);
      this.events.emit('pending', outbox.size);
    }
    if (waitsFor !== undefined) this.events.emit('waiting', waitsFor);
    if (waitsFor === 'token_expired') refresh?.().catch(() => undefined);
    this.pump();
  }

  #listenToConnection(): void {
    this.socket.on('connect', () => {
      this.events.emit('state', 'connected');
      this.#happened('connected');
      this.pump();
      this.#teller.tell();
    });
    this.socket.on('disconnect', (reason) => {
      this.#watchdog.clear();
      this.#options.outbox.interrupt();
      this.events.emit('state', 'disconnected');
      this.#happened('lost');
      // Socket.IO stays away after a close the server asked for; a stopping server does that.
      if (reason === 'io server disconnect') this.#reconnector.later();
    });
    this.socket.on('connect_error', (error) => {
      if (this.socket.active) this.#happened('unreachable');
      else this.#refused(problemOf(error));
    });
  }

  #listenToPushes(): void {
    this.socket.on('welcome', (welcome) => {
      this.#options.clock.observe(this.#askedAtMs, welcome.serverTime);
      this.#seen.welcome(welcome.offsets, welcome.recovered);
      this.events.emit('welcome', welcome);
      if (!welcome.recovered) this.events.emit('gap', welcome);
    });
    this.socket.on('results', (push) => {
      if (!this.#seen.isNew(push)) return;
      this.events.emit('results', push);
      this.#teller.saw(push);
    });
    this.socket.on('bye', (bye) => this.events.emit('bye', bye));
    this.socket.on('board', (push) => this.events.emit('board', push));
    for (const notice of ['broadcast', 'phase', 'opened', 'recomputed'] as const) {
      this.socket.on(notice, (push: ChannelEvents<E>[typeof notice]) => {
        if (this.#isNews(push)) this.events.emit(notice, push);
      });
    }
  }

  /** Each is told by its own place in the log; what the time alone says has none. */
  #isNews(push: ResultOffset & { readonly position: number; readonly bySchedule?: true }): boolean {
    return push.bySchedule === true || this.#heard.isNew({ ...push, offset: push.position + 1 });
  }

  #refused(problem: Problem): void {
    this.#happened('refused');
    this.events.emit('refused', problem);
    this.#reconnector.afterRefusal(problem);
  }
}
