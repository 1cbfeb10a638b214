/** Baseline: what was visited most, each visit counting half as much after a fortnight. */
import { BASELINE_HALF_LIFE_MS } from '../limits.js';
import { bestOf, type Model } from '../model.js';
import type { Walked } from '../walked.js';

export function popularityModel(walked: Walked): Model {
  const { length } = walked.points;
  const sums = new Float64Array(length);
  const startMs = { value: Number.NaN };
  // Forward decay: later visits weigh more, so that older ones need not be touched.
  const weightAt = (atMs: number) => {
    if (Number.isNaN(startMs.value)) startMs.value = atMs;
    return 2 ** ((atMs - startMs.value) / BASELINE_HALF_LIFE_MS);
  };
  return {
    name: ({ user }) => bestOf(walked, user, (place) => sums[place] as number),
    learn: ({ place, atMs }) => {
      sums[place] = (sums[place] as number) + weightAt(atMs);
    },
  };
}
