/**
 * Carries packets to whichever door answers: one socket, which goes to the next door when it
 * breaks. A packet is carried until a door has settled every event of it; its ids stay the same.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Ack, SendReply } from '@trove/contracts';
import type { SourceToken } from '../../bench/shapes.js';
import { WireSocket } from '../../bench/wireSocket.js';
import { FailedError } from '../../exits.js';
import { CHAOS } from '../limits.js';
import { hear, type Sent } from './history.js';

export interface CourierOptions {
  readonly sender: SourceToken;
  readonly doors: readonly string[];
  /** Index of the door to begin with. */
  readonly at: number;
  /** How far the sender's clock is ahead, ms. */
  readonly skewMs: number;
}

const NOTHING = { acks: undefined, errors: undefined };

type Waiting = (reply: SendReply | undefined) => void;

export class Courier {
  /** Index of the door it is at. */
  at: number;
  /** Packets that had to be carried again. */
  again = 0;
  private wire: WireSocket | undefined;
  private isGivenUp = false;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly options: CourierOptions) {
    this.at = options.at;
  }

  /** Resolves when every event has its final word; rejects when that never comes. */
  async deliver(events: readonly Sent[]): Promise<void> {
    const packet = events.map(({ json }) => json).join(',');
    for (let tries = 0; tries < CHAOS.tries && !this.isGivenUp; tries += 1) {
      for (const sent of events) sent.carried += 1;
      const reply = await this.carry(packet);
      const { acks, errors } = reply?.ok === true ? reply : NOTHING;
      if (acks !== undefined) {
        for (const [index, sent] of events.entries()) {
          hear(sent, acks[index] as Ack, errors?.[index]?.code);
        }
        if (acks.every(isFinal)) return;
      }
      this.again += 1;
      await pause(retryAfterMs(reply));
    }
    throw new FailedError(`a packet of ${this.options.sender.source} is never taken`);
  }

  /** Lets the packet on the way fail: the run is lost. */
  giveUp(): void {
    this.isGivenUp = true;
    this.leave();
  }

  close(): void {
    this.wire?.close();
    this.wire = undefined;
  }

  /** One try; undefined when the answer is lost. */
  private async carry(packet: string): Promise<SendReply | undefined> {
    const wire = this.wire ?? (await this.connect());
    if (wire === undefined) return undefined;
    const sentAt = new Date(Date.now() + this.options.skewMs).toISOString();
    const number = wire.send(packet, sentAt);
    return await new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(number, undefined), CHAOS.ackMs);
      this.waiting.set(number, (reply) => {
        clearTimeout(timer);
        // A door that is silent may be frozen: the packet goes to another one.
        if (reply === undefined) this.leave();
        resolve(reply);
      });
    });
  }

  private async connect(): Promise<WireSocket | undefined> {
    const { doors, sender } = this.options;
    try {
      const wire = await WireSocket.open(doors[this.at] ?? '', sender);
      wire.onReply = (number, frame) => this.settle(number, (JSON.parse(frame) as [SendReply])[0]);
      wire.onClose = () => this.leave();
      this.wire = wire;
      return wire;
    } catch {
      // Nobody listens there now: the caller tries again, at the next door.
      this.at = (this.at + 1) % doors.length;
      return undefined;
    }
  }

  private leave(): void {
    if (this.wire === undefined) return;
    this.close();
    this.at = (this.at + 1) % this.options.doors.length;
    for (const number of [...this.waiting.keys()]) this.settle(number, undefined);
  }

  private settle(number: number, reply: SendReply | undefined): void {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    waiting?.(reply);
  }
}

function isFinal(ack: Ack): boolean {
  return ack !== 'busy' && ack !== 'rate_limited';
}

function retryAfterMs(reply: SendReply | undefined): number {
  if (reply === undefined) return CHAOS.reconnectMs;
  const asked = reply.ok ? reply.retryAfterMs : reply.error.retryAfterMs;
  return asked ?? CHAOS.reconnectMs;
}
