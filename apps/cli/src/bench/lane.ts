/**
 * One socket of the batched load, with several packets on the way. A `busy` packet is sent again
 * before anything newer, as the protocol asks; nothing new leaves until it is through.
 */
import { type ReadReply, readReplyFrame } from './replyFrame.js';
import type { WireSocket } from './wireSocket.js';

interface Packet {
  readonly events: string;
  readonly count: number;
}

export interface LaneOptions {
  readonly socket: Pick<WireSocket, 'send' | 'onReply'>;
  readonly packetsInFlight: number;
  /** The next packet, or undefined when none shall leave now. */
  readonly next: () => Packet | undefined;
  readonly onRefused: (events: number) => void;
}

export class Lane {
  busyPackets = 0;
  readonly #options: LaneOptions;
  readonly #onTheWay = new Map<number, Packet>();
  #again: { order: number; packet: Packet }[] = [];
  #wake: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
    options.socket.onReply = (number, frame) => this.#answered(number, readReplyFrame(frame));
  }

  /** Sends what may leave. */
  pump(): void {
    if (this.#wake !== undefined) return;
    if (this.#again.length > 0) {
      this.#resume();
      return;
    }
    while (this.#onTheWay.size < this.#options.packetsInFlight) {
      const packet = this.#options.next();
      if (packet === undefined) return;
      this.#send(packet);
    }
  }

  get isIdle(): boolean {
    return this.#onTheWay.size === 0 && this.#again.length === 0;
  }

  #send(packet: Packet): void {
    const number = this.#options.socket.send(packet.events, new Date().toISOString());
    this.#onTheWay.set(number, packet);
  }

  #answered(number: number, { refused, retryAfterMs }: ReadReply): void {
    const packet = this.#onTheWay.get(number);
    if (packet === undefined) return;
    this.#onTheWay.delete(number);
    if (retryAfterMs === undefined) {
      if (refused > 0) this.#options.onRefused(refused);
      this.pump();
      return;
    }
    this.busyPackets += 1;
    this.#again.push({ order: number, packet });
    if (this.#wake !== undefined) return;
    this.#wake = setTimeout(() => {
      this.#wake = undefined;
      this.pump();
    }, retryAfterMs);
  }

  /** All answers are in: the refused packets go again in their order. */
  #resume(): void {
    if (this.#onTheWay.size > 0) return;
    const packets = this.#again.sort((a, b) => a.order - b.order);
    this.#again = [];
    for (const { packet } of packets) this.#send(packet);
  }
}
