/**
 * The one word for why a clue stands where it does: the part of its score that is furthest above
 * what a clue nobody knows anything about would have.
 */
import type { SuggestionReason } from '@trove/contracts';
import type { Ranking } from './rankClues.js';
import { AT, COLDEST, fitOf, SIGNALS, UNKNOWN_NEAR, UNKNOWN_WALKABLE } from './signals.js';

const row = new Float64Array(SIGNALS.length);

/** A clue and a team nobody has seen. */
const UNRATED_FIT = fitOf(0, 0);

export function reasonOf(ranking: Ranking, order: number): SuggestionReason {
  ranking.write(row, 0, order);
  const { weights } = ranking.seeker;
  let best: SuggestionReason = 'open';
  let most = 0;
  const offer = (reason: SuggestionReason, part: number) => {
    if (part <= most) return;
    best = reason;
    most = part;
  };
  const near = partOf(weights, AT.near, UNKNOWN_NEAR);
  offer('near', near + partOf(weights, AT.walkable, UNKNOWN_WALKABLE));
  offer('way_of_others', partOf(weights, AT.next, 0) + partOf(weights, AT.together, 0));
  offer('popular', partOf(weights, AT.now, COLDEST) + partOf(weights, AT.lasting, COLDEST));
  offer('fitting', partOf(weights, AT.fit, UNRATED_FIT));
  offer('boosted', ranking.boostOf(order));
  return best;
}

/** What a signal of the row at hand adds beyond what a plain one would. */
function partOf(weights: Float64Array, at: number, plain: number): number {
  return (weights[at] as number) * ((row[at] as number) - plain);
}
