/**
 * What the signals of a candidate are worth, learnt online. The score is linear; the weights are
 * those of a conditional logit (D. McFadden, "Conditional Logit Analysis of Qualitative Choice
 * Behavior", 1974), raised along the likelihood of each choice that was made among those that
 * could have been, by AdaGrad steps (J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient
 * Methods for Online Learning and Stochastic Optimization", JMLR 12, 2011). Beside the weights
 * for all choices there are corrections for each gap since the last one: who goes on at once
 * walks, who comes back next day may be anywhere.
 */
import { LEARNING, RECOMMEND_LIMITS } from './limits.js';
import { SIGNALS } from './signals.js';

const COUNT = SIGNALS.length;
const { gapsMs } = RECOMMEND_LIMITS;
const GAPS = gapsMs.length + 1;
/** Weights for all choices first, then the corrections of each gap. */
export const WEIGHT_COUNT = COUNT * (GAPS + 1);

/** Plain numbers in the order of `SIGNALS`, so that they are stored as they are. */
export interface RankWeights {
  readonly weights: Float64Array;
  /** Sums of squared slopes: what AdaGrad divides its steps by. */
  readonly squares: Float64Array;
  /** Choices that were seen, whether learnt from or not. */
  choices: number;
}

/** What a hunt nobody has played begins with. */
export function startWeights(): RankWeights {
  const weights = new Float64Array(WEIGHT_COUNT);
  SIGNALS.forEach((name, i) => {
    weights[i] = LEARNING.start[name];
  });
  return {
    weights,
    squares: new Float64Array(WEIGHT_COUNT).fill(LEARNING.startSquare),
    choices: 0,
  };
}

/** Which gap so many milliseconds since the last choice are. */
export function gapOf(sinceMs: number): number {
  let gap = 0;
  while (gap < gapsMs.length && sinceMs >= (gapsMs[gap] as number)) gap += 1;
  return gap;
}

/** The weights that hold after such a gap, one a signal. */
export function weightsAfter({ weights }: RankWeights, gap: number): Float64Array {
  const own = new Float64Array(COUNT);
  const from = COUNT * (gap + 1);
  for (let i = 0; i < COUNT; i += 1) {
    own[i] = (weights[i] as number) + (weights[from + i] as number);
  }
  return own;
}

export function scoreAt(weights: Float64Array, signals: Float64Array, row: number): number {
  const from = row * COUNT;
  let sum = 0;
  for (let i = 0; i < COUNT; i += 1) sum += (weights[i] as number) * (signals[from + i] as number);
  return sum;
}

/** A choice: the signals of all that could be chosen, row by row, and which row was. */
export interface Choice {
  readonly signals: Float64Array;
  readonly rows: number;
  readonly chosen: number;
  readonly gap: number;
}

/** Learns from one choice, into weights that are the caller's own to write. */
export function learn(own: RankWeights, choice: Choice): void {
  step(own, choice, slopeOf(weightsAfter(own, choice.gap), choice));
}

export function copyWeights({ weights, squares, choices }: RankWeights): RankWeights {
  return { weights: weights.slice(), squares: squares.slice(), choices };
}

/** How the logarithm of the choice's probability grows with each weight. */
function slopeOf(weights: Float64Array, { signals, rows, chosen }: Choice): Float64Array {
  const shares = new Float64Array(rows);
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows; row += 1) {
    shares[row] = scoreAt(weights, signals, row);
    most = Math.max(most, shares[row] as number);
  }
  let all = 0;
  for (let row = 0; row < rows; row += 1) {
    shares[row] = Math.exp((shares[row] as number) - most);
    all += shares[row] as number;
  }
  const slope = signals.slice(chosen * COUNT, chosen * COUNT + COUNT);
  for (let row = 0; row < rows; row += 1) {
    const share = (shares[row] as number) / all;
    if (share < LEARNING.leastShare) continue;
    for (let i = 0; i < COUNT; i += 1) {
      slope[i] = (slope[i] as number) - share * (signals[row * COUNT + i] as number);
    }
  }
  return slope;
}

function step(own: RankWeights, { gap }: Choice, slope: Float64Array): void {
  const { weights, squares } = own;
  for (const from of [0, COUNT * (gap + 1)]) {
    for (let i = 0; i < COUNT; i += 1) {
      const rise = slope[i] as number;
      const square = (squares[from + i] as number) + rise * rise;
      const moved = (weights[from + i] as number) + (LEARNING.rate * rise) / Math.sqrt(square);
      squares[from + i] = square;
      weights[from + i] = Math.min(LEARNING.most, Math.max(-LEARNING.most, moved));
    }
  }
}
