/**
 * The events that are not through yet, in order, and which packet may leave next. Pure: time and
 * randomness come as arguments, the socket is elsewhere.
 *
 * Order through a refusal: the server takes nothing more of a socket until it is resumed at the
 * refused packet, so one refusal stops new packets, the answers still out are awaited, and then
 * the oldest refused packet goes alone; only its success opens the window again.
 */
import type { Ack, ProblemCode, SendReply } from '@trove/contracts';
import { retryDelayMs } from './backoff.js';
import type { SettledEvent } from './packetAnswer.js';
import { readAnswer } from './packetAnswer.js';

export interface OutboxOptions<E> {
  /** Events kept at most, those on the way included. */
  readonly capacity: number;
  readonly perPacket: number;
  /** Bound of one packet in bytes, and an event's own share of it, which is within the bound. */
  readonly packetBytes: number;
  readonly bytesOf: (event: E) => number;
  /** Packets on the way at once. */
  readonly inFlight: number;
  /** Acks after which an event is sent again. */
  readonly retried: ReadonlySet<Ack>;
  readonly random: () => number;
}

export interface Packet<E> {
  readonly key: number;
  readonly events: readonly E[];
}

export interface Settlement<E> extends SettledEvent {
  readonly event: E;
}

export interface Settled<E> {
  readonly settled: readonly Settlement<E>[];
  /** Why the packet waits to be sent again, if it does. */
  readonly waitsFor?: ProblemCode | undefined;
}

interface Waiting<E> extends Packet<E> {
  state: 'onTheWay' | 'refused';
  attempt: number;
  /** Indexes an earlier answer has settled already; undefined until an answer is partial. */
  known: Set<number> | undefined;
}

/** `full`: there is room for it later. `too_large`: no packet can carry one of them, ever. */
export type Offered = 'queued' | 'full' | 'too_large';

interface Queued<E> {
  readonly event: E;
  readonly bytes: number;
}

/** Entries the emptied head of the queue may hold before it is cut off. */
const EMPTY_HEAD = 4_096;

/** Events keep the order they were offered in, whatever the server answers. */
export class Outbox<E> {
  readonly #options: OutboxOptions<E>;
  readonly #queue: Queued<E>[] = [];
  #head = 0;
  #waiting: Waiting<E>[] = [];
  #nextKey = 1;
  #isCongested = false;
  #resumeAtMs = 0;
  #size = 0;

  constructor(options: OutboxOptions<E>) {
    this.#options = options;
  }

  /** Everything not settled, in number. */
  get size(): number {
    return this.#size;
  }

  /** Whether any packet can carry it. */
  fits(event: E): boolean {
    return this.#options.bytesOf(event) <= this.#options.packetBytes;
  }

  /** Takes all of them or none. */
  offer(events: readonly E[]): Offered {
    const { capacity, bytesOf, packetBytes } = this.#options;
    if (this.#size + events.length > capacity) return 'full';
    const queued = events.map((event) => ({ event, bytes: bytesOf(event) }));
    if (queued.some(({ bytes }) => bytes > packetBytes)) return 'too_large';
    for (const one of queued) this.#queue.push(one);
    this.#size += events.length;
    return 'queued';
  }

  /** The packet to send now, if any may leave. It counts as on the way from here on. */
  take(nowMs: number): Packet<E> | undefined {
    if (!this.#isOpen() || nowMs < this.#resumeAtMs) return undefined;
    const packet = this.#waiting.find((one) => one.state === 'refused') ?? this.#cut();
    if (packet === undefined) return undefined;
    packet.state = 'onTheWay';
    packet.attempt += 1;
    return packet;
  }

  /** The server's answer to a packet. One to a packet no longer waited for is ignored. */
  answer(key: number, reply: SendReply, nowMs: number): Settled<E> {
    const packet = this.#waiting.find((one) => one.key === key);
    if (packet === undefined || packet.state !== 'onTheWay') return { settled: [] };
    const answer = readAnswer(reply, packet.events.length, this.#options.retried);
    const settled = this.#settle(packet, answer.settled);
    if (answer.again === undefined) {
      this.#waiting = this.#waiting.filter((one) => one !== packet);
      this.#isCongested = this.#waiting.some((one) => one.state === 'refused');
      return { settled };
    }
    packet.known = new Set([...(packet.known ?? []), ...answer.settled.map((one) => one.index)]);
    packet.state = 'refused';
    this.#isCongested = true;
    const { attempt } = packet;
    const waitMs = retryDelayMs({ attempt, random: this.#options.random(), ...answer.again });
    this.#resumeAtMs = Math.max(this.#resumeAtMs, nowMs + waitMs);
    return { settled, waitsFor: answer.again.code };
  }

  /** The connection is gone: what was on the way has an unknown fate and is sent again. */
  interrupt(): void {
    for (const packet of this.#waiting) packet.state = 'refused';
    this.#isCongested = this.#waiting.length > 0;
  }

  /** When `take` may give a packet again, in milliseconds; undefined: only after an answer. */
  wakeAtMs(): number | undefined {
    const hasQueued = this.#head < this.#queue.length;
    const hasWork = hasQueued || this.#waiting.some((one) => one.state === 'refused');
    return hasWork && this.#isOpen() ? this.#resumeAtMs : undefined;
  }

  /** Everything not settled, oldest first. */
  pending(): E[] {
    const sent = this.#waiting.flatMap(({ events, known }) =>
      events.filter((_, index) => !known?.has(index)),
    );
    return [...sent, ...this.#queue.slice(this.#head).map(({ event }) => event)];
  }

  #isOpen(): boolean {
    const limit = this.#isCongested ? 1 : this.#options.inFlight;
    let onTheWay = 0;
    for (const { state } of this.#waiting) if (state === 'onTheWay') onTheWay += 1;
    return onTheWay < limit;
  }

  #cut(): Waiting<E> | undefined {
    const length = this.#lengthOfNext();
    if (length === 0) return undefined;
    const cut = this.#queue.slice(this.#head, this.#head + length);
    const events = cut.map(({ event }) => event);
    this.#head += length;
    if (this.#head > EMPTY_HEAD && this.#head * 2 > this.#queue.length) {
      this.#queue.splice(0, this.#head);
      this.#head = 0;
    }
    const key = this.#nextKey;
    this.#nextKey += 1;
    const packet: Waiting<E> = { key, events, state: 'refused', attempt: 0, known: undefined };
    this.#waiting.push(packet);
    return packet;
  }

  #lengthOfNext(): number {
    const { perPacket, packetBytes } = this.#options;
    const end = Math.min(this.#queue.length, this.#head + perPacket);
    let bytes = 0;
    for (let at = this.#head; at < end; at += 1) {
      bytes += (this.#queue[at] as Queued<E>).bytes;
      if (bytes > packetBytes) return at - this.#head;
    }
    return end - this.#head;
  }

  #settle(packet: Waiting<E>, settled: readonly SettledEvent[]): Settlement<E>[] {
    const fresh: Settlement<E>[] = [];
    for (const one of settled) {
      if (packet.known?.has(one.index)) continue;
      fresh.push({ ...one, event: packet.events[one.index] as E });
    }
    this.#size -= fresh.length;
    return fresh;
  }
}
