/** Precision and recall of each class from a confusion matrix. Pure. */
import { Injected, TruthAnswer, type TruthPair } from '@trove/contracts';
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

export function truthFigures(counts: TruthCounts): Record<TruthClass, TruthFigures> {
  const figures = TRUTH_CLASS_NAMES.map((name) => [name, figuresOf(counts, name)]);
  return Object.fromEntries(figures) as Record<TruthClass, TruthFigures>;
}

/** Sums of a matrix's rows: how many sendings there were of each kind. */
export function injectedCounts(counts: TruthCounts): { [I in Injected]?: number } {
  const sums: { [I in Injected]?: number } = {};
  for (const injected of Injected.options) {
    const sum = sumOver(TruthAnswer.options, (answer) => counts[`${injected}>${answer}`]);
    if (sum > 0) sums[injected] = sum;
  }
  return sums;
}

function figuresOf(counts: TruthCounts, name: TruthClass): TruthFigures {
  const own: readonly Injected[] = TRUTH_CLASSES[name].injected;
  const answers = new Set(own.flatMap((injected) => RIGHT_ANSWERS[injected]));
  const cell = (injected: Injected, answer: TruthAnswer) => counts[`${injected}>${answer}`] ?? 0;
  const injected = sumOver(own, (one) => sumOver(TruthAnswer.options, (a) => cell(one, a)));
  const found = sumOver(own, (one) => sumOver(RIGHT_ANSWERS[one], (a) => cell(one, a)));
  const others = Injected.options.filter((one) => !own.includes(one));
  // What is right for another class by the same word says nothing against this one.
  const mistaken = sumOver(others, (one) => {
    return sumOver([...answers], (answer) => (isRight(one, answer) ? 0 : cell(one, answer)));
  });
  return {
    injected,
    found,
    mistaken,
    precision: shareOf(found, found + mistaken),
    recall: shareOf(found, injected),
  };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sumOver<T>(values: readonly T[], countOf: (value: T) => number | undefined): number {
  return values.reduce((sum, value) => sum + (countOf(value) ?? 0), 0);
}

/** True when no exact class is below 1.0 in what is known of it. */
export function isExactWhole(figures: Record<TruthClass, TruthFigures>): boolean {
  return TRUTH_CLASS_NAMES.every((name) => {
    const { precision, recall } = figures[name];
    return !TRUTH_CLASSES[name].isExact || ((precision ?? 1) === 1 && (recall ?? 1) === 1);
  });
}
