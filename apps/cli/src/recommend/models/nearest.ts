/** Baseline: what is nearest to the user's last place. */
import { distanceM } from '@trove/core';
import { bestOf, type Model } from '../model.js';
import type { Walked } from '../walked.js';

export function nearestModel(walked: Walked): Model {
  const { points } = walked;
  return {
    name: ({ user }) => {
      const here = points[walked.lastOf(user)?.place ?? -1];
      if (here === undefined) return [];
      return bestOf(walked, user, (place) => 1 / (1 + distanceM(here, points[place] ?? here)));
    },
    learn: () => undefined,
  };
}
