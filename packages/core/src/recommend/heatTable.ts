/**
 * Popularity of a version's clues against the hottest one, worked out once for many rankings. A
 * share is 2^(heat - hottest heat), made of two powers with a whole exponent in common, so that
 * each clue's own needs to be taken only when the clue was solved; it depends on nothing but the
 * heats, whenever it is worked out.
 */
import type { CompiledClue } from '../hunt/compiledHunt.js';

export interface HeatSource {
  heatOf(clue: string): number | undefined;
  /** Heat of the hunt's most popular clue. */
  hottestHeat(): number | undefined;
}

export class HeatTable {
  /** By a clue's place in the file; NaN where it must be worked out. */
  private readonly weights: Float64Array;
  private whole: number;
  private top: number;

  constructor(
    private readonly clues: readonly CompiledClue[],
    private readonly source: HeatSource,
  ) {
    this.weights = new Float64Array(clues.length).fill(Number.NaN);
    const hottest = source.hottestHeat() ?? 0;
    this.whole = Math.floor(hottest);
    this.top = 2 ** (hottest - this.whole);
  }

  /** A clue has become hotter. */
  moved(order: number): void {
    const hottest = this.source.hottestHeat() ?? 0;
    if (Math.floor(hottest) === this.whole) this.weights[order] = Number.NaN;
    else this.weights.fill(Number.NaN);
    this.whole = Math.floor(hottest);
    this.top = 2 ** (hottest - this.whole);
  }

  /** 0 for a clue that was never solved, 1 for the hottest. */
  shareOf(order: number): number {
    const known = this.weights[order] as number;
    return (Number.isNaN(known) ? this.weigh(order) : known) / this.top;
  }

  private weigh(order: number): number {
    const heat = this.source.heatOf((this.clues[order] as CompiledClue).id);
    const weight = heat === undefined ? 0 : 2 ** (heat - this.whole);
    this.weights[order] = weight;
    return weight;
  }
}
