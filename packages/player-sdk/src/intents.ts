/** The promises behind `send`: one ack and one result for each event id, each settled once. */
import type { Ack, EventRefusal, EventResult, PlayEvent } from '@trove/contracts';
import type { ChannelEvents } from './channelEvents.js';
import type { Emitter } from './emitter.js';

interface Acked {
  readonly ack: Ack;
  readonly refusal?: EventRefusal | undefined;
}

interface OpenIntent {
  acked(value: Acked): void;
  result(value: EventResult | undefined): void;
}

/** Intents whose result may still come; the oldest is given up beyond it. */
const OPEN_INTENTS = 10_000;

export class Intents {
  readonly #open = new Map<string, OpenIntent>();

  /** Promises for an event about to be sent. They never reject. */
  open(id: string): { acked: Promise<Acked>; result: Promise<EventResult | undefined> } {
    let settleAck: (value: Acked) => void = () => undefined;
    let settleResult: (value: EventResult | undefined) => void = () => undefined;
    const acked = new Promise<Acked>((resolve) => {
      settleAck = resolve;
    });
    const result = new Promise<EventResult | undefined>((resolve) => {
      settleResult = resolve;
    });
    this.#open.set(id, { acked: settleAck, result: settleResult });
    if (this.#open.size > OPEN_INTENTS) this.#giveUpOldest();
    return { acked, result };
  }

  listen(events: Emitter<ChannelEvents<PlayEvent>>): void {
    events.on('settled', (settled) => {
      for (const { event, ack, refusal } of settled) {
        const intent = this.#open.get(event.id);
        intent?.acked({ ack, refusal });
        if (ack !== 'appended') this.#finish(event.id, undefined);
      }
    });
    events.on('results', (push) => {
      for (const result of push.results) this.#finish(result.id, result);
    });
  }

  /** Ends every wait: acks as `busy` (unknown), results as undefined. */
  close(): void {
    for (const id of [...this.#open.keys()]) this.#finish(id, undefined);
  }

  #finish(id: string, result: EventResult | undefined): void {
    const intent = this.#open.get(id);
    if (intent === undefined) return;
    this.#open.delete(id);
    // A result proves that the event is in the log, even where its ack was lost on the way.
    intent.acked({ ack: result === undefined ? 'busy' : 'appended' });
    intent.result(result);
  }

  #giveUpOldest(): void {
    const oldest = this.#open.keys().next().value;
    if (oldest !== undefined) this.#finish(oldest, undefined);
  }
}
