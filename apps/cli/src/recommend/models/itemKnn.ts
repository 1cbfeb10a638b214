/**
 * Baseline: item-kNN. A place's score is the sum of its cosines, over who visited them, with the
 * user's latest places, the last counting most; a few visits are assumed of each place, so that a
 * place with one visitor is not everybody's nearest; what none of them speaks for stands by its own
 * visitors. Summing over the visitors of the user's places
 * gives the same as a table of all pairs, without the table.
 */
import { VISIT_WORTH } from '../limits.js';
import { bestOf, type Model } from '../model.js';
import type { Walked } from '../walked.js';

const LATEST = 20;
const ASSUMED = 20;

export function itemKnnModel(walked: Walked): Model {
  const visitors: number[][] = walked.points.map(() => []);
  const scores = new Float64Array(walked.points.length);
  const countOf = (place: number) => (visitors[place]?.length ?? 0) + ASSUMED;
  return {
    name: ({ user }) => {
      const weights = new Map<number, number>();
      const latest = [...walked.visitedBy(user)].slice(-LATEST).reverse();
      latest.forEach((place, age) => {
        const weight = 1 / ((1 + age) * Math.sqrt(countOf(place)));
        for (const other of visitors[place] ?? []) {
          weights.set(other, (weights.get(other) ?? 0) + weight);
        }
      });
      weights.delete(user);
      scores.fill(0);
      for (const [other, weight] of weights) {
        for (const place of walked.visitedBy(other)) scores[place] = (scores[place] ?? 0) + weight;
      }
      return bestOf(walked, user, (place) => {
        const count = countOf(place);
        return (scores[place] ?? 0) / Math.sqrt(count) + VISIT_WORTH * count;
      });
    },
    learn: ({ user, place }) => {
      if (!walked.visitedBy(user).has(place)) visitors[place]?.push(user);
    },
  };
}
