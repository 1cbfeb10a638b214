/**
 * What the visits made last say of where to go next: the cosines between clues that teams visited
 * together (item-to-item neighbours as in B. Sarwar, G. Karypis, J. Konstan, J. Riedl, "Item-Based
 * Collaborative Filtering Recommendation Algorithms", WWW 2001), the latest counting most, and the
 * share of teams that went on to each from the last one. It is gathered once a ranking, so that a
 * candidate costs a look-up.
 */
import { type CoVisits, nextAt, sizeOf, slotAt, weightAt } from './coVisits.js';
import { COMPANIONS, SIGNAL_BOUNDS } from './limits.js';
import { nextOf, togetherOf } from './signals.js';

export interface VisitSource {
  coVisitsOf(slot: number): CoVisits | undefined;
  /** 1 / √(visits + 1) of a slot: what damps the popular in a cosine. */
  dampingOf(slot: number): number;
}

export class Companions {
  /** By slot; what is not 0 is listed in `touched`. */
  private readonly cosines: Float64Array;
  private readonly shares: Float64Array;
  private readonly list: number[] = [];

  /** @param slots how many there can be */
  constructor(slots: number) {
    this.cosines = new Float64Array(slots);
    this.shares = new Float64Array(slots);
  }

  /** Slots that what was gathered speaks of. */
  get touched(): readonly number[] {
    return this.list;
  }

  /** @param recent slots visited last, the latest first */
  gather(recent: readonly number[], source: VisitSource): void {
    const { list, cosines, shares } = this;
    for (let i = 0; i < list.length; i += 1) {
      cosines[list[i] as number] = 0;
      shares[list[i] as number] = 0;
    }
    list.length = 0;
    for (let age = 0; age < recent.length; age += 1) {
      const slot = recent[age] as number;
      const visits = source.coVisitsOf(slot);
      if (visits === undefined) continue;
      const weight = source.dampingOf(slot) / (1 + age / COMPANIONS.fadingAfter);
      this.add(visits, weight, source);
      if (age === 0) this.addShares(visits);
    }
  }

  /** Signals of a slot. */
  togetherOf(slot: number): number {
    const cosines = this.cosines[slot] as number;
    return cosines === 0 ? 0 : togetherOf(cosines);
  }

  nextOf(slot: number): number {
    const share = this.shares[slot] as number;
    return share === 0 ? 0 : nextOf(share);
  }

  private add(visits: CoVisits, weight: number, source: VisitSource): void {
    const { cosines, list } = this;
    const size = sizeOf(visits);
    for (let i = 0; i < size; i += 1) {
      const slot = slotAt(visits, i);
      const before = cosines[slot] as number;
      if (before === 0) list.push(slot);
      cosines[slot] = before + weight * weightAt(visits, i) * source.dampingOf(slot) + TINY;
    }
  }

  private addShares(visits: CoVisits): void {
    const size = sizeOf(visits);
    let all: number = SIGNAL_BOUNDS.assumedElsewhere;
    for (let i = 0; i < size; i += 1) all += nextAt(visits, i);
    for (let i = 0; i < size; i += 1) this.shares[slotAt(visits, i)] = nextAt(visits, i) / all;
  }
}

/** Keeps a companion of decayed weight 0 from being listed twice. */
const TINY = 1e-12;
