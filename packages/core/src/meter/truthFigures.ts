/** Precision and recall of each class from a confusion matrix. Pure. */
import type { Injected, TruthAnswer, TruthPair } from '@trove/contracts';
import {
  isRight,
  RIGHT_ANSWERS,
  TRUTH_CLASS_NAMES,
  TRUTH_CLASSES,
  type TruthClass,
} from './truthClasses.js';

/** Cells of a confusion matrix; what is absent is 0. */
export type TruthCounts = { readonly [P in TruthPair]?: number };

export interface TruthFigures {
  /** Sendings injected as this class. */
  readonly injected: number;
  /** Of them, those that got a right answer. */
  readonly found: number;
  /** Other sendings that got an answer of this class which was wrong for them. */
  readonly mistaken: number;
  /** Of all called so, the share injected so; null when nothing was called so. */
  readonly precision: number | null;
  /** Of all injected so, the share called so; null when nothing was injected so. */
  readonly recall: number | null;
}

/** One cell of a confusion matrix that is not empty. */
export interface TruthCell {
  readonly injected: Injected;
  readonly answer: TruthAnswer;
  readonly count: number;
}

export function truthCells(counts: TruthCounts): TruthCell[] {
  return Object.entries(counts).map(([pair, count]) => {
    const [injected, answer] = pair.split('>') as [Injected, TruthAnswer];
    return { injected, answer, count };
  });
}

export function truthFigures(counts: TruthCounts): Record<TruthClass, TruthFigures> {
  const cells = truthCells(counts);
  const figures = TRUTH_CLASS_NAMES.map((name) => [name, figuresOf(cells, name)]);
  return Object.fromEntries(figures) as Record<TruthClass, TruthFigures>;
}

/** Sums of a matrix's rows: how many sendings there were of each kind. */
export function injectedCounts(counts: TruthCounts): { [I in Injected]?: number } {
  const sums: { [I in Injected]?: number } = {};
  for (const { injected, count } of truthCells(counts)) {
    sums[injected] = (sums[injected] ?? 0) + count;
  }
  return sums;
}

function figuresOf(cells: readonly TruthCell[], name: TruthClass): TruthFigures {
  const kinds: readonly Injected[] = TRUTH_CLASSES[name].injected;
  const words = new Set(kinds.flatMap((injected) => RIGHT_ANSWERS[injected]));
  const own = cells.filter(({ injected }) => kinds.includes(injected));
  // What is right for another class by the same word says nothing against this one.
  const isMistaken = ({ injected, answer }: TruthCell) => {
    return !kinds.includes(injected) && words.has(answer) && !isRight(injected, answer);
  };
  const injected = sumOf(own);
  const found = sumOf(own.filter((cell) => isRight(cell.injected, cell.answer)));
  const mistaken = sumOf(cells.filter(isMistaken));
  return {
    injected,
    found,
    mistaken,
    precision: shareOf(found, found + mistaken),
    recall: shareOf(found, injected),
  };
}

function sumOf(cells: readonly TruthCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** True when no exact class is below 1.0 in what is known of it. */
export function isExactWhole(figures: Record<TruthClass, TruthFigures>): boolean {
  return TRUTH_CLASS_NAMES.every((name) => {
    const { precision, recall } = figures[name];
    return !TRUTH_CLASSES[name].isExact || ((precision ?? 1) === 1 && (recall ?? 1) === 1);
  });
}
