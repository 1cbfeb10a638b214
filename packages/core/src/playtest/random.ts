/** A seeded source of chance (mulberry32): the same seed gives the same playtest everywhere. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A source of its own for the n-th of something: what one does moves no other. */
  static of(seed: number, n: number): Chance {
    const mixed =
      Math.imul((seed ^ 0x9e37_79b9) >>> 0, 0x85eb_ca6b) ^ Math.imul(n + 1, 0xc2b2_ae35);
    return new Chance(mixed);
  }

  /** 0 inclusive to 1 exclusive. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** By G. E. P. Box and M. E. Muller (1958). */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  normalWithin(mean: number, deviation: number, [least, most]: readonly [number, number]): number {
    return Math.min(most, Math.max(least, this.normal(mean, deviation)));
  }

  /** Around 1, often a little less and now and then much more. */
  factor(deviation: number): number {
    return Math.exp(this.normal(0, deviation));
  }
}
