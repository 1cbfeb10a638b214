/**
 * How simulated teams are: every figure that is a guess about people stands here, once. Walking
 * speed is that of groups in towns; the rest is chosen so that a hunt of average clues is fun.
 */
import type { Clue, ClueKind, HuntDefinition } from '@trove/contracts';
import type { Chance } from './random.js';

export const MODEL = {
  walkKmh: { mean: 4.5, deviation: 0.6, within: [2.8, 6.2] },
  /** 0 to 1; a team as skilled as a clue is difficult solves about half of its tries. */
  skill: { mean: 0.5, deviation: 0.17, within: [0.05, 0.95] },
  /** How much longer streets are than the way of crows. */
  detour: 1.3,
  /** Walk to something that has no place in the file, or from where nobody knows, ms. */
  unknownWalkMs: [60_000, 300_000],
  /** Looking or thinking before the first try, of a team as skilled as needed, ms. */
  workMs: { place: 60_000, code: 150_000, answer: 240_000, choice: 90_000, photo: 180_000 },
  /** Until an operator has looked at a photo, ms. */
  judgedMs: [30_000, 240_000],
  /** By how much a lack of skill lengthens that. */
  workOfDifficulty: 1.6,
  workDeviation: 0.5,
  /** After so long at one clue a team asks for a hint, and after as long again it goes on. */
  patienceMs: { median: 9 * 60_000, deviation: 0.4 },
  /** Share of teams that ask for hints at all, and of those that go where they are told to. */
  asksHints: 0.8,
  followsAdvice: 0.6,
  /** What a try is helped by, in the units of `skill` times `sharpness`. */
  sharpness: 5,
  helpOfTry: 0.6,
  helpOfHint: 1.4,
  /** Between two tries, and between a solve and the next choice, ms. */
  againMs: [20_000, 120_000],
  restMs: [10_000, 45_000],
  /** Accuracy of a phone, m, how much better it gets while one waits, and how good it can be. */
  accuracyM: { median: 11, deviation: 0.45, afterWaiting: 0.8, least: 3 },
  /** Teams come to the start within so long of it, or of each other where nothing opens, ms. */
  startsWithinMs: 4 * 60_000,
  startsWithinMsWithoutOpening: 60 * 60_000,
  /** Different wrong answers that people give to one clue. */
  wrongAnswers: 40,
} as const;

/** What one team is like. */
export interface Traits {
  readonly metresPerMs: number;
  readonly skill: number;
  readonly patienceMs: number;
  readonly asksHints: boolean;
  readonly followsAdvice: boolean;
}

const MS_PER_HOUR = 3_600_000;

export function traitsOf(chance: Chance): Traits {
  const { walkKmh, skill, patienceMs } = MODEL;
  const kmh = chance.normalWithin(walkKmh.mean, walkKmh.deviation, walkKmh.within);
  return {
    metresPerMs: (kmh * 1_000) / MS_PER_HOUR,
    skill: chance.normalWithin(skill.mean, skill.deviation, skill.within),
    patienceMs: patienceMs.median * chance.factor(patienceMs.deviation),
    asksHints: chance.is(MODEL.asksHints),
    followsAdvice: chance.is(MODEL.followsAdvice),
  };
}

const BASE = 0.25;
const OF_POINTS = 0.4;
const OF_KIND: Readonly<Record<ClueKind, number>> = {
  place: -0.1,
  code: 0,
  answer: 0.1,
  choice: -0.05,
  photo: -0.05,
};

export function kindOf({ find }: Clue): ClueKind {
  if ('place' in find) return 'place';
  if ('code' in find) return 'code';
  if ('photo' in find) return 'photo';
  return 'answer' in find ? 'answer' : 'choice';
}

/**
 * How difficult each clue is, 0 to 1: designers give more points to what is harder, and thinking
 * is harder than walking. What is known better is given by id.
 */
export function difficulties(
  { clues }: HuntDefinition,
  known: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const points = clues.map((clue) => clue.points);
  return new Map(
    clues.map((clue) => {
      const below = points.filter((one) => one < clue.points).length;
      const same = points.filter((one) => one === clue.points).length;
      const rank = clues.length === 1 ? 0.5 : (below + (same - 1) / 2) / (clues.length - 1);
      const guess = BASE + OF_POINTS * rank + OF_KIND[kindOf(clue)];
      return [clue.id, known.get(clue.id) ?? guess];
    }),
  );
}

/** How likely one try succeeds. */
export function successOf(
  { skill }: Traits,
  difficulty: number,
  { tries, hints }: { readonly tries: number; readonly hints: number },
): number {
  const help = MODEL.helpOfTry * tries + MODEL.helpOfHint * hints;
  return 1 / (1 + Math.exp(-(MODEL.sharpness * (skill - difficulty) + help)));
}
