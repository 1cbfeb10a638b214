/**
 * Counts of an endless crowd: this minute's and the last one's, whose outcomes may still come in.
 * An id is counted in one of them at a time, so that no outcome counts twice. Pure.
 */
import type { Ack, EventResult } from '@trove/contracts';
import { Tally } from '../delivery/tally.js';
import { Meter } from './meter.js';
import type { Sending } from './playbook.js';
import { expectSending, type Simulated } from './simulate.js';

export class Minutes {
  /** Sendings there was no room for this minute. */
  skipped = 0;
  #current = newMinute();
  #previous = newMinute();
  /** Closed at the last turn: what it has left to tell is fetched before the next. */
  #closed = newMinute();
  readonly #say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** Those that may have something to tell. */
  get meters(): readonly Meter[] {
    return [this.#closed.meter, this.#previous.meter, this.#current.meter];
  }

  /** A second sending of an id is counted where the first one still is. */
  expect(sending: Sending): void {
    expectSending(this.#minuteOf(sending.event.id), sending);
  }

  settle(id: string, ack: Ack, code: string | undefined): void {
    this.#minuteOf(id).tally.settle(id, ack, code);
  }

  result(result: EventResult): void {
    this.#minuteOf(result.id).tally.result(result);
  }

  /** A minute is over: says how it went, and gives up what is older. */
  turn(): void {
    const { sent, acked, outcomes, points } = this.#current.tally;
    const counts = Object.entries(outcomes).map(([name, value]) => `${name} ${value}`);
    const skipped = this.skipped > 0 ? ` · skipped ${this.skipped}` : '';
    this.#say(`sent ${sent} · acked ${acked} · ${counts.join(' · ')} · points ${points}${skipped}`);
    this.#previous.meter.close();
    this.#closed = this.#previous;
    this.#previous = this.#current;
    this.#current = newMinute();
    this.skipped = 0;
  }

  #minuteOf(id: string): Simulated {
    return this.#previous.tally.expects(id) ? this.#previous : this.#current;
  }
}

function newMinute(): Simulated {
  const meter = new Meter();
  return { meter, tally: new Tally((id, decided) => meter.answer(id, decided)) };
}
