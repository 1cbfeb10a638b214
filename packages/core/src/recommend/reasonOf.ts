/**
 * The one word for why a clue stands where it does: the part of its score that is furthest above
 * what a clue nobody knows anything about would have.
 */
import type { SuggestionReason } from '@trove/contracts';
import type { Ranking } from './rankClues.js';
import { AT, COLDEST, SIGNALS, UNKNOWN_NEAR, UNKNOWN_WALKABLE } from './signals.js';

const row = new Float64Array(SIGNALS.length);

/** An even chance: a clue and a team nobody has seen. */
const EVEN = 0.5;

export function reasonOf(ranking: Ranking, order: number): SuggestionReason {
  ranking.write(row, 0, order);
  const { weights } = ranking.seeker;
  const part = (at: number, plain: number) => (weights[at] as number) * ((row[at] as number) - plain);
  const parts: readonly (readonly [SuggestionReason, number])[] = [
    ['near', part(AT.near, UNKNOWN_NEAR) + part(AT.walkable, UNKNOWN_WALKABLE)],
    ['way_of_others', part(AT.next, 0) + part(AT.together, 0)],
    ['popular', part(AT.now, COLDEST) + part(AT.lasting, COLDEST)],
    ['fitting', part(AT.fit, EVEN)],
    ['boosted', ranking.boostOf(order)],
  ];
  let best: SuggestionReason = 'open';
  let most = 0;
  for (const [reason, value] of parts) {
    if (value <= most) continue;
    best = reason;
    most = value;
  }
  return best;
}
