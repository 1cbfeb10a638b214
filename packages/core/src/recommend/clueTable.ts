/**
 * The figures of a version's clues in columns, by their place in the file, for many rankings. A row
 * is read when it is first asked for, and again after it was moved.
 */
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf, type ClueAtlas } from './clueAtlas.js';
import { Companions } from './companions.js';
import type { CoVisits } from './coVisits.js';
import { type ClueFigures, NO_FIGURES } from './huntMemory.js';
import { crowdHeatOf } from './popularity.js';

/** Where figures come from, by slot. */
export interface FigureSource {
  figuresOf(slot: number): ClueFigures | undefined;
  crowdOf(slot: number): number | undefined;
  coVisitsOf(slot: number): CoVisits | undefined;
}

/** Orders, each once; a clue of an older version may be gone, and is left out. */
export class Chosen {
  readonly orders: number[] = [];
  private readonly stamps: Int32Array;
  private stamp = 0;

  constructor(size: number) {
    this.stamps = new Int32Array(size);
  }

  clear(): void {
    this.orders.length = 0;
    this.stamp += 1;
  }

  add(order: number): void {
    if (order < 0 || this.stamps[order] === this.stamp) return;
    this.stamps[order] = this.stamp;
    this.orders.push(order);
  }
}

export class ClueTable {
  /** What was chosen for the ranking at hand. */
  readonly chosen: Chosen;
  readonly atlas: ClueAtlas;
  readonly now: Float64Array;
  readonly lasting: Float64Array;
  readonly difficulty: Float64Array;
  readonly crowd: Float64Array;
  readonly damping: Float64Array;
  readonly companions: Companions;
  /** Slots by order; -1 for a clue that was never in a memory, and orders by slot. */
  readonly slotOf: Int32Array;
  readonly orderOf: Int32Array;
  private readonly isRead: Uint8Array;
  private scores: Float64Array;

  constructor(
    readonly hunt: CompiledHunt,
    slots: ReadonlyMap<string, number>,
    private source: FigureSource,
  ) {
    const { clues } = hunt;
    this.atlas = atlasOf(hunt);
    this.now = new Float64Array(clues.length);
    this.lasting = new Float64Array(clues.length);
    this.difficulty = new Float64Array(clues.length);
    this.crowd = new Float64Array(clues.length);
    this.damping = new Float64Array(clues.length);
    this.isRead = new Uint8Array(clues.length);
    this.chosen = new Chosen(clues.length);
    this.scores = new Float64Array(0);
    const places = this.atlas.slotsOf(slots);
    this.slotOf = places.slotOf;
    this.orderOf = places.orderOf;
    this.companions = new Companions(slots.size);
  }

  /** Reads from elsewhere from now on, where what was read so far stands as well. */
  readFrom(source: FigureSource): void {
    this.source = source;
  }

  /** Begins a choice of clues for one ranking. */
  choose(): Chosen {
    this.chosen.clear();
    return this.chosen;
  }

  /** Room for so many scores, which the next ranking writes over. */
  scoresFor(count: number): Float64Array {
    if (this.scores.length < count) this.scores = new Float64Array(count);
    return this.scores;
  }

  /** Makes sure the columns of a clue are filled. */
  read(order: number): void {
    if (this.isRead[order] === 1) return;
    this.isRead[order] = 1;
    const slot = this.slotOf[order] as number;
    const { now, lasting, solves, difficulty } = this.source.figuresOf(slot) ?? NO_FIGURES;
    this.now[order] = now;
    this.lasting[order] = lasting;
    this.difficulty[order] = difficulty.rating;
    this.damping[order] = 1 / Math.sqrt(solves + 1);
    this.crowd[order] = crowdHeatOf(this.source.crowdOf(slot));
  }

  /** The figures of a slot have changed. */
  moved(slot: number): void {
    const order = this.orderOf[slot] ?? -1;
    if (order >= 0) this.isRead[order] = 0;
  }

  /** Gathers what teams did beside and after these slots, the latest first. */
  gather(recent: readonly number[]): void {
    this.companions.gather(recent, this);
  }

  coVisitsOf(slot: number): CoVisits | undefined {
    return this.source.coVisitsOf(slot);
  }

  /** A clue that is gone from this version can't be suggested: nothing comes of it. */
  dampingOf(slot: number): number {
    const order = this.orderOf[slot] ?? -1;
    if (order < 0) return 0;
    this.read(order);
    return this.damping[order] as number;
  }
}
