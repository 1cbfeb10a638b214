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
  /** Bound of one packet in bytes, and an event's own share of it. */
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

/** Entries the emptied head of the queue may hold before it is cut off. */
const EMPTY_HEAD = 4_096;

/** Events keep the order they were offered in, whatever the server answers. */
export class Outbox<E> {
  readonly #options: OutboxOptions<E>;
  readonly #queue: E[] = [];
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

  /** Takes all of them or, when there is no room for all, none and answers false. */
  offer(events: readonly E[]): boolean {
    if (this.#size + events.length > this.#options.capacity) return false;
    for (const event of events) this.#queue.push(event);
    this.#size += events.length;
    return true;
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
    return [...sent, ...this.#queue.slice(this.#head)];
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
    const events = this.#queue.slice(this.#head, this.#head + length);
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
    const { perPacket, packetBytes, bytesOf } = this.#options;
    const end = Math.min(this.#queue.length, this.#head + perPacket);
    let bytes = 0;
    for (let at = this.#head; at < end; at += 1) {
      bytes += bytesOf(this.#queue[at] as E);
      if (bytes > packetBytes) return Math.max(1, at - this.#head);
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
