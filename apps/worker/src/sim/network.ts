/**
 * The network between clients and doors: a message arrives never, once or twice, after any number
 * of turns, and so in any order. Both ways are the same to it.
 */
import type { SeededSource } from '@trove/testkit';
import type { SeededScheduler } from './seededScheduler.js';

export interface NetworkOptions {
  readonly random: SeededSource;
  readonly scheduler: SeededScheduler;
  /** Probability that a message is lost, and that it arrives twice. */
  readonly drop: number;
  readonly double: number;
}

/** Turns a message may be on its way. */
const LONGEST_TURNS = 12;

export class Network {
  /** Messages on their way. */
  onTheWay = 0;
  private isBroken = true;

  constructor(private readonly options: NetworkOptions) {}

  /** From now on every message arrives once. */
  mend(): void {
    this.isBroken = false;
  }

  /** Sends a message off; `arrive` is called when and as often as it arrives. */
  carry(arrive: () => void): void {
    for (let copy = this.copies(); copy > 0; copy -= 1) void this.travel(arrive);
  }

  private copies(): number {
    const { random, drop, double } = this.options;
    if (!this.isBroken) return 1;
    if (random.chance(drop)) return 0;
    return random.chance(double) ? 2 : 1;
  }

  private async travel(arrive: () => void): Promise<void> {
    const { random, scheduler } = this.options;
    this.onTheWay += 1;
    for (let turns = random.below(LONGEST_TURNS); turns >= 0; turns -= 1) await scheduler.turn();
    this.onTheWay -= 1;
    arrive();
  }
}
