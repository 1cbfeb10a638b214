/**
 * Earlier events that injected ones are made of. An id either is sent again as it was or comes
 * again with other content, never both: which of the two came first would then depend on the way.
 * Pure.
 */
import type { PlayEvent } from '@trove/contracts';
import { BASES } from './limits.js';
import type { Random } from './random.js';

/** An event that was just made, and who else could have made it. */
export interface Fresh {
  readonly event: PlayEvent;
  readonly madeAtMs: number;
  readonly mate: { readonly player: string; readonly walker: number } | undefined;
}

export class Bases {
  readonly #random: Random;
  readonly #justNow: Fresh[] = [];
  readonly #recent: PlayEvent[] = [];
  readonly #old: PlayEvent[] = [];
  readonly #conflict: PlayEvent[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** A good event that is sent now. */
  add(fresh: Fresh): void {
    const random = this.#random;
    keep(this.#justNow, fresh, BASES.justNow);
    if (random.chance(0.5)) {
      keep(this.#conflict, fresh.event, BASES.conflict);
      return;
    }
    keep(this.#recent, fresh.event, BASES.recent);
    if (!random.chance(1 / BASES.keepsOld)) return;
    if (this.#old.length < BASES.old) this.#old.push(fresh.event);
    else this.#old[random.below(BASES.old)] = fresh.event;
  }

  /** One of the last few. */
  justNow(): Fresh | undefined {
    return this.#pickOf(this.#justNow);
  }

  /** One that may be sent again as it is, any number of times. */
  toRetry(): PlayEvent | undefined {
    const isOld = this.#random.chance(BASES.oldShare) && this.#old.length > 0;
    return this.#pickOf(isOld ? this.#old : this.#recent);
  }

  /** One whose id may be used for something else; it is given out once. */
  toContradict(): PlayEvent | undefined {
    if (this.#conflict.length === 0) return undefined;
    return this.#conflict.splice(this.#random.below(this.#conflict.length), 1)[0];
  }

  #pickOf<T>(values: readonly T[]): T | undefined {
    return values.length === 0 ? undefined : this.#random.pick(values);
  }
}

function keep<T>(values: T[], value: T, most: number): void {
  values.push(value);
  if (values.length > most) values.shift();
}
