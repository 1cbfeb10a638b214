/**
 * One socket to `/play` and the outbox behind it: sends what may leave, hands on what the server
 * pushes, and reconnects. Players and sources differ only in their options.
 */
import type {
  BoardPush,
  BroadcastPush,
  Bye,
  ClientMessages,
  OpenedPush,
  PhasePush,
  PlayAuth,
  Problem,
  ProblemCode,
  RecomputedPush,
  ResultOffset,
  ResultsPush,
  SendReply,
  ServerMessages,
  Welcome,
} from '@trove/contracts';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { createEmitter } from './emitter.js';
import { SDK_LIMITS } from './limits.js';
import type { Outbox, Packet, Settlement } from './outbox.js';
import { SeenOffsets } from './seenOffsets.js';
import { SeenReport } from './seenReport.js';
import type { ServerClock } from './serverClock.js';
import type { TeamEvents } from './teamEvents.js';
import { Watchdog } from './watchdog.js';

type PlaySocket = Socket<ServerMessages, ClientMessages>;

/** What a player or source tells its listeners. */
export interface ChannelEvents<E> extends TeamEvents {
  /** Connected or not; the queue works on either way. */
  state: 'connected' | 'disconnected';
  welcome: Welcome;
  /** What was missed cannot be sent: take a snapshot. */
  gap: Welcome;
  /** New results, each push once. */
  results: ResultsPush;
  board: BoardPush;
  /** What an operator says to the team or to all, each once; `state()` has those of before. */
  broadcast: BroadcastPush;
  /** An operator has started, paused, closed or ended the hunt; each once. */
  phase: PhasePush;
  /** The server closes the connection and says why; the channel comes back by itself. */
  bye: Bye;
  /** Every team may try a clue since now, whatever it requires; each once. */
  opened: OpenedPush;
  /** What was played counts by other rules now: take a snapshot. Each once. */
  recomputed: RecomputedPush;
  /** Events the server has answered for good: appended, or refused with the reason. */
  settled: readonly Settlement<E>[];
  /** A packet waits and will be sent again, for this reason. */
  waiting: ProblemCode;
  /** The server refuses the connection; it is tried again, with a fresh token if there is one. */
  refused: Problem;
}

export interface ChannelOptions<E> {
  readonly url: string;
  readonly source: string;
  readonly token: () => string;
  /** A fresh token after `token_expired`; absent when there is none to be had. */
  readonly refresh?: () => Promise<string>;
  readonly outbox: Outbox<E>;
  readonly clock: ServerClock;
  readonly now: () => number;
  /** Tells the server which results were had; only a player's device does. */
  readonly acknowledges?: boolean;
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
  readonly #report = new SeenReport(SDK_LIMITS.seenEveryMs);
  #wake: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(options: ChannelOptions<E>) {
    this.#options = options;
    this.#seen = new SeenOffsets(options.last);
    this.#heard = new SeenOffsets(options.last);
    this.#watchdog = new Watchdog({
      withinMs: SDK_LIMITS.answerWithinMs,
      now: options.now,
      onSilence: () => this.#reconnect(),
    });
    this.socket = io(new URL('/play', options.url).href, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: SDK_LIMITS.retryFirstMs,
      reconnectionDelayMax: SDK_LIMITS.retryLastMs,
      auth: (give) => give(authOf(options.token(), this.#seen.last())),
    });
    this.#listenToConnection();
    this.#listenToPushes();
  }

  /** The last results seen, by partition. */
  get last(): readonly ResultOffset[] | undefined {
    return this.#seen.last();
  }

  /** Sends what may leave; called whenever events were offered. */
  pump(): void {
    const { outbox, now } = this.#options;
    while (this.socket.connected) {
      const packet = outbox.take(now());
      if (packet === undefined) break;
      this.#send(packet);
    }
    clearTimeout(this.#wake);
    const wakeAtMs = outbox.wakeAtMs();
    if (wakeAtMs === undefined || !this.socket.connected) return;
    this.#wake = setTimeout(() => this.pump(), Math.max(1, wakeAtMs - now()));
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#wake);
    clearTimeout(this.#retry);
    clearTimeout(this.#telling);
    this.socket.disconnect();
    this.#watchdog.clear();
  }

  #send(packet: Packet<E>): void {
    const { now, source } = this.#options;
    const { id } = this.socket;
    const askedAtMs = now();
    const sentAt = new Date(askedAtMs).toISOString();
    const body = { specversion: '1.0', source, sentAt, events: packet.events as never } as const;
    this.#watchdog.sent(packet.key);
    this.socket.emit('events:send', body, (reply) => {
      if (this.socket.id === id) this.#answered(packet, reply, askedAtMs);
    });
  }

  #answered(packet: Packet<E>, reply: SendReply, askedAtMs: number): void {
    const { clock, outbox, now, refresh } = this.#options;
    this.#watchdog.answered(packet.key);
    clock.observe(askedAtMs, reply.serverTime);
    const { settled, waitsFor } = outbox.answer(packet.key, reply, now());
    if (settled.length > 0) this.events.emit('settled', settled);
    if (waitsFor !== undefined) this.events.emit('waiting', waitsFor);
    if (waitsFor === 'token_expired') refresh?.().catch(() => undefined);
    this.pump();
  }

  #listenToConnection(): void {
    this.socket.on('connect', () => {
      this.events.emit('state', 'connected');
      this.pump();
      this.#tellSeen();
    });
    this.socket.on('disconnect', (reason) => {
      this.#watchdog.clear();
      this.#options.outbox.interrupt();
      this.events.emit('state', 'disconnected');
      // Socket.IO stays away after a close the server asked for; a stopping server does that.
      if (reason === 'io server disconnect') this.#connectLater();
    });
    this.socket.on('connect_error', (error) => {
      if (!this.socket.active) this.#refused(problemOf(error));
    });
  }

  #listenToPushes(): void {
    this.socket.on('welcome', (welcome) => {
      this.#seen.welcome(welcome.offsets, welcome.recovered);
      this.events.emit('welcome', welcome);
      if (!welcome.recovered) this.events.emit('gap', welcome);
    });
    this.socket.on('results', (push) => {
      if (!this.#seen.isNew(push)) return;
      this.events.emit('results', push);
      this.#report.saw(push);
      this.#tellSeen();
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

  /** Says how far results were had when it is due; while away it waits for the connection. */
  #tellSeen(): void {
    const { acknowledges, now } = this.#options;
    if (acknowledges !== true || !this.socket.connected) return;
    const place = this.#report.take(now());
    if (place !== undefined) this.socket.emit('results:seen', place);
    const dueInMs = this.#report.dueInMs(now());
    clearTimeout(this.#telling);
    if (dueInMs === undefined) return;
    this.#telling = setTimeout(() => this.#tellSeen(), dueInMs);
  }

  #refused(problem: Problem): void {
    const { refresh } = this.#options;
    this.events.emit('refused', problem);
    if (problem.code !== 'token_expired' || refresh === undefined) this.#connectLater();
    else
      refresh().then(
        () => this.#connect(),
        () => this.#connectLater(),
      );
  }

  #connectLater(): void {
    clearTimeout(this.#retry);
    const waitMs = SDK_LIMITS.retryLastMs * (0.1 + 0.4 * Math.random());
    this.#retry = setTimeout(() => this.#connect(), waitMs);
  }

  #connect(): void {
    if (!this.#isClosed) this.socket.connect();
  }

  #reconnect(): void {
    this.socket.disconnect();
    this.#connect();
  }
}

function authOf(token: string, last: readonly ResultOffset[] | undefined): PlayAuth {
  return last === undefined ? { token } : { token, last };
}

function problemOf(error: Error & { data?: unknown }): Problem {
  const data = error.data as Partial<Problem> | undefined;
  const blank = { title: '', detail: '', status: 0 };
  if (typeof data?.code === 'string') return { ...blank, ...data } as Problem;
  return { code: 'not_ready', title: 'Connection refused.', detail: error.message, status: 503 };
}
