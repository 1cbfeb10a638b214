/**
 * The order of what a simulated crowd sends: new events, events sent again under the same id, and
 * malformed ones. The seed fixes all of it but the time base.
 */
import type { HuntDefinition, PlayEvent } from '@trove/contracts';
import { Crowd } from './crowd.js';
import { CROWD } from './limits.js';
import { malform } from './malform.js';
import { Random } from './random.js';

export interface PlaybookOptions {
  readonly definition: HuntDefinition;
  readonly seed: number;
  readonly players: number;
  /** Share of sendings that repeat an earlier event. */
  readonly duplicates: number;
  /** Share of sendings that are malformed. */
  readonly malformed: number;
  readonly stepsToClue: number;
}

export interface Sending {
  readonly kind: 'fresh' | 'duplicate' | 'malformed';
  readonly event: PlayEvent;
}

export class Playbook {
  readonly #options: PlaybookOptions;
  readonly #random: Random;
  readonly #crowd: Crowd;
  readonly #recent: PlayEvent[] = [];

  constructor(options: PlaybookOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#crowd = new Crowd({ ...options, random: this.#random });
  }

  /** The next thing to send; `nowMs` becomes its time and the time of its id. */
  next(nowMs: number): Sending {
    const { duplicates, malformed } = this.#options;
    const roll = this.#random.next();
    if (roll < duplicates && this.#recent.length > 0) {
      return { kind: 'duplicate', event: this.#random.pick(this.#recent) };
    }
    const event = this.#freshEvent(nowMs);
    if (roll >= duplicates && roll < duplicates + malformed) {
      return { kind: 'malformed', event: malform(event, this.#random) };
    }
    this.#remember(event);
    return { kind: 'fresh', event };
  }

  #freshEvent(nowMs: number): PlayEvent {
    const { player, team, deed } = this.#crowd.next();
    const id = this.#idAt(nowMs);
    const time = new Date(nowMs).toISOString();
    const hunt = this.#options.definition.slug;
    return { id, time, hunt, player, team, ...deed };
  }

  #idAt(nowMs: number): string {
    const time = Math.floor(nowMs).toString(16).padStart(12, '0');
    const bits = this.#random;
    const variant = bits.pick(['8', '9', 'a', 'b']);
    const head = `${time.slice(0, 8)}-${time.slice(8)}`;
    return `${head}-7${bits.hex(3)}-${variant}${bits.hex(3)}-${bits.hex(12)}`;
  }

  #remember(event: PlayEvent): void {
    this.#recent.push(event);
    if (this.#recent.length > CROWD.recent) this.#recent.shift();
  }
}
