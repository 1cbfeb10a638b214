/**
 * Baseline: where people went from the user's last place, a first-order Markov chain; where nobody
 * went from there, what is visited most.
 */
import { VISIT_WORTH } from '../limits.js';
import { bestOf, type Model } from '../model.js';
import type { Walked } from '../walked.js';

export function markovModel(walked: Walked): Model {
  const counts = new Map<number, Map<number, number>>();
  const visits = new Float64Array(walked.points.length);
  return {
    name: ({ user }) => {
      const onward = counts.get(walked.lastOf(user)?.place ?? -1);
      return bestOf(walked, user, (place) => {
        return (onward?.get(place) ?? 0) + VISIT_WORTH * (visits[place] ?? 0);
      });
    },
    learn: ({ user, place }) => {
      visits[place] = (visits[place] ?? 0) + 1;
      const from = walked.lastOf(user)?.place;
      if (from === undefined || from === place) return;
      const onward = counts.get(from) ?? new Map<number, number>();
      counts.set(from, onward.set(place, (onward.get(place) ?? 0) + 1));
    },
  };
}
