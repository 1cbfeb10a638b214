/**
 * Baseline: item-kNN. A place's score is the sum of its cosines with the user's places, over who
 * visited them. Summing over the visitors of the user's places gives the same as a table of all
 * pairs, without the table.
 */
import { bestOf, type Model } from '../model.js';
import type { Walked } from '../walked.js';

export function itemKnnModel(walked: Walked): Model {
  const visitors: number[][] = walked.points.map(() => []);
  const scores = new Float64Array(walked.points.length);
  return {
    name: ({ user }) => {
      const weights = new Map<number, number>();
      for (const place of walked.visitedBy(user)) {
        const those = visitors[place] ?? [];
        const weight = 1 / Math.sqrt(those.length);
        for (const other of those) weights.set(other, (weights.get(other) ?? 0) + weight);
      }
      weights.delete(user);
      scores.fill(0);
      for (const [other, weight] of weights) {
        for (const place of walked.visitedBy(other)) scores[place] = (scores[place] ?? 0) + weight;
      }
      return bestOf(walked, user, (place) => {
        return (scores[place] ?? 0) / Math.sqrt(visitors[place]?.length ?? 1);
      });
    },
    learn: ({ user, place }) => {
      if (!walked.visitedBy(user).has(place)) visitors[place]?.push(user);
    },
  };
}
