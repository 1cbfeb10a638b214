/**
 * Counts of an endless crowd: this minute's and the last one's, whose outcomes may still come in.
 * An id is counted in one of them at a time, so that no outcome counts twice. Pure.
 */
import type { Ack, EventResult, Outcome } from '@trove/contracts';
import { type Counts, Tally } from '../delivery/tally.js';
import { Meter } from './meter.js';
import type { Sending } from './playbook.js';
import { expectSending, type Simulated } from './simulate.js';

/** What became of what was sent, in a minute or in all. */
export interface Delivered {
  readonly sent: number;
  readonly acked: number;
  readonly outcomes: Counts<Outcome>;
  readonly points: number;
  /** Sendings there was no room for. */
  readonly skipped: number;
}

const NOTHING: Delivered = { sent: 0, acked: 0, outcomes: {}, points: 0, skipped: 0 };

export class Minutes {
  /** Sendings there was no room for this minute. */
  skipped = 0;
  #current = newMinute();
  #previous = newMinute();
  /** Closed at the last turn: what it has left to tell is fetched before the next. */
  #closed = newMinute();
  /** Of minutes that are given up: their sums alone. */
  #past = NOTHING;
  readonly #say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** Those that may have something to tell. */
  get meters(): readonly Meter[] {
    return [this.#closed.meter, this.#previous.meter, this.#current.meter];
  }

  /** All since the start. */
  get total(): Delivered {
    const skipped = this.#past.skipped + this.skipped;
    return plus(plus({ ...this.#past, skipped }, this.#previous.tally), this.#current.tally);
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
    const { skipped } = this;
    this.#say(deliveredText(plus({ ...NOTHING, skipped }, this.#current.tally)));
    this.#past = plus(
      { ...this.#past, skipped: this.#past.skipped + skipped },
      this.#previous.tally,
    );
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

export function deliveredText({ sent, acked, outcomes, points, skipped }: Delivered): string {
  const counts = Object.entries(outcomes).map(([name, value]) => `${name} ${value}`);
  const left = skipped > 0 ? ` · skipped ${skipped}` : '';
  return `sent ${sent} · acked ${acked} · ${counts.join(' · ')} · points ${points}${left}`;
}

function plus(sum: Delivered, { sent, acked, outcomes, points }: Tally): Delivered {
  const all: Counts<Outcome> = { ...sum.outcomes };
  for (const [name, count] of Object.entries(outcomes) as [Outcome, number][]) {
    all[name] = (all[name] ?? 0) + count;
  }
  return {
    ...sum,
    sent: sum.sent + sent,
    acked: sum.acked + acked,
    outcomes: all,
    points: sum.points + points,
  };
}

function newMinute(): Simulated {
  const meter = new Meter();
  return { meter, tally: new Tally((id, decided) => meter.answer(id, decided)) };
}
