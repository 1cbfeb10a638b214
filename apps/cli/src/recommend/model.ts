/** What is compared: something that names places a user may go to next, and learns as it walks. */
import { NAMED } from './limits.js';
import type { Visit } from './visits.js';
import type { Walked } from './walked.js';

export interface Model {
  /** The best candidates first, at most `NAMED`: seen by anybody and new to the user. */
  name(asked: Pick<Visit, 'user' | 'atMs'>): readonly number[];
  /** Hears of each visit before it is among what was walked. */
  learn(visit: Visit): void;
}

/** The candidates with the highest scores above 0; of equal ones those that were seen first. */
export function bestOf(
  walked: Walked,
  user: number,
  scoreOf: (place: number) => number,
): readonly number[] {
  const visited = walked.visitedBy(user);
  const best: { readonly place: number; readonly score: number }[] = [];
  let least = 0;
  for (const place of walked.seen) {
    const score = scoreOf(place);
    if (score <= least || visited.has(place)) continue;
    let at = best.length;
    while (at > 0 && score > (best[at - 1]?.score ?? 0)) at -= 1;
    best.splice(at, 0, { place, score });
    if (best.length <= NAMED) continue;
    best.pop();
    least = best.at(-1)?.score ?? 0;
  }
  return best.map(({ place }) => place);
}
