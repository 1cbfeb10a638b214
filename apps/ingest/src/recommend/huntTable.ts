/**
 * One hunt's figures as a table of one version's clues, read part by part and again in turn: while
 * teams ask, no part is older than about a second, and no answer waits for thousands of numbers.
 */
import {
  type ClueFigures,
  ClueTable,
  type CompiledHunt,
  type CoVisits,
  type RankWeights,
} from '@trove/core';
import { type FiguresHead, type FiguresSlice, isWithin } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

const { figuresSlice, figuresStaleMs } = DOOR_LIMITS;

/** Where the parts come from, and the time, ms. */
export interface FigureReads {
  head(): Promise<FiguresHead>;
  slice(slots: readonly number[]): Promise<FiguresSlice>;
  nowMs(): number;
}

export class HuntTable {
  readonly table: ClueTable;
  /** What was visited together with the clues a team solved last; set before each ranking. */
  together: ReadonlyMap<number, CoVisits> = new Map();
  private readonly figures = new Map<number, ClueFigures>();
  private readonly crowds = new Map<number, number>();
  private readonly slices: readonly (readonly number[])[];
  /** When the head and then each slice was read, ms, and whose turn it is. */
  private readonly readMs: number[];
  private turn = 0;
  private lastReadMs: number;

  private constructor(
    hunt: CompiledHunt,
    private head: FiguresHead,
    private readonly reads: FigureReads,
  ) {
    const { names } = head;
    this.slices = sliced(names.length);
    this.lastReadMs = reads.nowMs();
    this.readMs = new Array<number>(this.slices.length + 1).fill(this.lastReadMs);
    this.table = new ClueTable(hunt, new Map(names.map((name, slot) => [name, slot])), {
      figuresOf: (slot) => this.figures.get(slot),
      crowdOf: (slot) => this.crowds.get(slot),
      coVisitsOf: (slot) => this.together.get(slot),
    });
  }

  static async read(hunt: CompiledHunt, reads: FigureReads): Promise<HuntTable> {
    const made = new HuntTable(hunt, await reads.head(), reads);
    for (const slots of made.slices) made.take(slots, await reads.slice(slots));
    return made;
  }

  /** Slots of the most popular clues, the hottest first. */
  get hottest(): readonly number[] {
    return this.head.hottest;
  }

  get weights(): RankWeights {
    return this.head.weights;
  }

  /** The clue that a slot is. */
  nameOf(slot: number | undefined): string | undefined {
    return slot === undefined ? undefined : this.head.names[slot];
  }

  /** Whether it is time for the next part: all have their turn before the first is old. */
  isDue(): boolean {
    return !isWithin(this.lastReadMs, this.reads.nowMs(), figuresStaleMs / this.readMs.length);
  }

  /** Whether the part whose turn it is has grown old, as all have when nobody asked. */
  isOld(): boolean {
    return !isWithin(this.readMs[this.turn] ?? 0, this.reads.nowMs(), figuresStaleMs);
  }

  /** Reads the part whose turn it is; false when slots are other clues now: all must be read. */
  async readNext(): Promise<boolean> {
    const slots = this.slices[this.turn - 1];
    if (slots === undefined) {
      const head = await this.reads.head();
      if (!isSame(head.names, this.head.names)) return false;
      this.head = head;
    } else {
      this.take(slots, await this.reads.slice(slots));
    }
    this.lastReadMs = this.reads.nowMs();
    this.readMs[this.turn] = this.lastReadMs;
    this.turn = (this.turn + 1) % this.readMs.length;
    return true;
  }

  private take(slots: readonly number[], { figures, crowds }: FiguresSlice): void {
    for (const slot of slots) {
      put(this.figures, slot, figures.get(slot));
      put(this.crowds, slot, crowds.get(slot));
      this.table.moved(slot);
    }
  }
}

function sliced(slots: number): number[][] {
  return Array.from({ length: Math.ceil(slots / figuresSlice) }, (_, i) => {
    const from = i * figuresSlice;
    return Array.from({ length: Math.min(figuresSlice, slots - from) }, (_slot, at) => from + at);
  });
}

function put<V>(into: Map<number, V>, slot: number, value: V | undefined): void {
  if (value === undefined) into.delete(slot);
  else into.set(slot, value);
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, slot) => name === others[slot]);
}
