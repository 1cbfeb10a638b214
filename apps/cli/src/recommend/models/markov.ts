/** Baseline: where people went from the user's last place, a first-order Markov chain. */
import { bestOf, type Model } from '../model.js';
import type { Walked } from '../walked.js';

export function markovModel(walked: Walked): Model {
  const counts = new Map<number, Map<number, number>>();
  return {
    name: ({ user }) => {
      const onward = counts.get(walked.lastOf(user)?.place ?? -1);
      return onward === undefined ? [] : bestOf(walked, user, (place) => onward.get(place) ?? 0);
    },
    learn: ({ user, place }) => {
      const from = walked.lastOf(user)?.place;
      if (from === undefined || from === place) return;
      const onward = counts.get(from) ?? new Map<number, number>();
      counts.set(from, onward.set(place, (onward.get(place) ?? 0) + 1));
    },
  };
}
