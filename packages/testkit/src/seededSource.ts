/** Randomness that a test can repeat: print the seed, and the same run comes back. */

/** mulberry32 (T. Ettinger, public domain): 32 bits of state, enough for picking test cases. */
export class SeededSource {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 inclusive to 1 exclusive. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** 0 inclusive to `below` exclusive, whole. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

/** The seed of `TROVE_SEED`, else one of the time; a test prints what it used. */
export function seedFrom(text: string | undefined): number {
  return text === undefined ? Date.now() % 0x7fff_ffff : Number(text);
}
