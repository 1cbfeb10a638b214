/**
 * Predicts each user's next new place on recorded visits, without looking ahead: the first part
 * of the events is learnt from; of the rest each is predicted, scored, and only then learnt.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { LEARNT_SHARE } from './limits.js';
import type { Model } from './model.js';
import { itemKnnModel } from './models/itemKnn.js';
import { markovModel } from './models/markov.js';
import { nearestModel } from './models/nearest.js';
import { popularityModel } from './models/popularity.js';
import { TroveModel } from './models/trove.js';
import { type Figures, Score } from './score.js';
import type { Visit, VisitFile } from './visits.js';
import { Walked } from './walked.js';

export const MODELS = {
  trove: (walked: Walked): Model => new TroveModel(walked),
  popularity: popularityModel,
  nearest: nearestModel,
  markov: markovModel,
  itemKnn: itemKnnModel,
} as const;
export type ModelName = keyof typeof MODELS;

export interface Evaluation {
  /** Places that could be named for a prediction, in the mean. */
  readonly candidates: number;
  /** Predictions: visits of the last part to a place that is new to its user. */
  readonly events: number;
  /** Share of them that went where nobody had been. */
  readonly unseenShare: number;
  readonly models: Readonly<Partial<Record<ModelName, Figures>>>;
}

export interface EvaluationOptions {
  readonly models: readonly ModelName[];
  /** Visits that come once more, by their index in the file; learnt from and never scored. */
  readonly isRepeat?: (index: number) => boolean;
  readonly learntShare?: number;
  onVisit?(done: number): void;
}

/** Visits between two turns of the event loop, in which a signal is heard. */
const VISITS_A_TURN = 50;

export async function evaluate(
  { visits, points, users }: Pick<VisitFile, 'visits' | 'points' | 'users'>,
  { models: names, isRepeat = () => false, learntShare, onVisit }: EvaluationOptions,
): Promise<Evaluation> {
  const walked = new Walked(points, users);
  const models = names.map((name) => {
    return { name, model: MODELS[name](walked), score: new Score() };
  });
  const from = Math.floor(visits.length * (learntShare ?? LEARNT_SHARE));
  const sums = { events: 0, unseen: 0, candidates: 0 };
  for (const [index, visit] of visits.entries()) {
    if (index % VISITS_A_TURN === 0) await turn();
    const { user, place } = visit;
    if (index >= from && !isRepeat(index) && !walked.visitedBy(user).has(place)) {
      sums.events += 1;
      sums.unseen += walked.hasSeen(place) ? 0 : 1;
      sums.candidates += walked.seen.length - walked.visitedBy(user).size;
      for (const { model, score } of models) score.take(model.name(asked(visit)), place);
    }
    for (const { model } of models) model.learn(visit);
    walked.take(visit);
    onVisit?.(index);
  }
  const figures = models.map(({ name, score }) => [name, score.figures]);
  const of = Math.max(1, sums.events);
  return {
    candidates: Math.round(sums.candidates / of),
    events: sums.events,
    unseenShare: sums.unseen / of,
    models: Object.fromEntries(figures) as Evaluation['models'],
  };
}

/** A model is asked by user and time, and can't peek at the place. */
function asked({ user, atMs }: Visit): Pick<Visit, 'user' | 'atMs'> {
  return { user, atMs };
}
