/** The figures of the quality panel. Pure: a view in, figures by class and a matrix out. */
import type { Injected, TruthAnswer } from '@trove/contracts';
import {
  isRight,
  TRUTH_CLASS_NAMES,
  TRUTH_CLASSES,
  type TruthClass,
  type TruthFigures,
  truthCells,
  truthFigures,
} from '@trove/core/meter';
import { totalsOf, type View } from '../../live/series';
import { INJECTED_WORDS, TRUTH_ANSWER_WORDS } from '../../live/truthWords';

export interface TruthRow extends TruthFigures {
  readonly name: TruthClass;
  readonly isExact: boolean;
  /** An exact class that is below 1.0: something is broken. */
  readonly isBroken: boolean;
}

export interface MatrixRow {
  readonly injected: Injected;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  readonly answer: TruthAnswer;
  readonly count: number;
  readonly isRight: boolean;
}

export interface Truth {
  /** Sendings that labelled senders told of. */
  readonly compared: number;
  readonly rows: readonly TruthRow[];
  /** Rows that have any, with a cell for every answer that any row has. */
  readonly matrix: readonly MatrixRow[];
}

const INJECTED = Object.keys(INJECTED_WORDS) as Injected[];
const ANSWERS = Object.keys(TRUTH_ANSWER_WORDS) as TruthAnswer[];

export function truthOf(view: View): Truth {
  const counts = Object.fromEntries(totalsOf(view, 'truth'));
  const cells = truthCells(counts);
  const figures = truthFigures(counts);
  const answers = ANSWERS.filter((answer) => cells.some((cell) => cell.answer === answer));
  const injected = INJECTED.filter((one) => cells.some((cell) => cell.injected === one));
  return {
    compared: cells.reduce((sum, { count }) => sum + count, 0),
    rows: TRUTH_CLASS_NAMES.map((name) => rowOf(name, figures[name])),
    matrix: injected.map((one) => ({
      injected: one,
      cells: answers.map((answer) => {
        const count = cells.find((cell) => cell.injected === one && cell.answer === answer)?.count;
        return { answer, count: count ?? 0, isRight: isRight(one, answer) };
      }),
    })),
  };
}

function rowOf(name: TruthClass, figures: TruthFigures): TruthRow {
  const { isExact } = TRUTH_CLASSES[name];
  const isWhole = (figures.precision ?? 1) === 1 && (figures.recall ?? 1) === 1;
  return { ...figures, name, isExact, isBroken: isExact && !isWhole };
}

/** Takes back what binary fractions lose: 0.57 times 10,000 is a little below 5,700. */
const LOST = 1e-6;

/** `100 %` of a whole alone: what is less is cut off, never rounded up to it. */
export function formatFigure(share: number | null): string {
  if (share === null) return '–';
  return `${Math.floor(share * 10_000 + LOST) / 100} %`;
}
