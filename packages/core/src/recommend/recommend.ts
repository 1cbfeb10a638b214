/**
 * The part of the fold that learns from play and says what a team might try next. It comes after
 * the judge and changes nothing that scores. Events that leave a team's choice as it was cost a
 * look at their verdict, and a report of a position a look at the clock.
 */
import type { EventData, Suggestion } from '@trove/contracts';
import { type Judged, obstacleTo } from '../game/judge.js';
import type { Play } from '../game/play.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { isRankedWhole, likelyClues, moreClues } from './candidates.js';
import { learnFrom } from './choice.js';
import type { Trail } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';
import { Ranking, type Seeker } from './rankClues.js';
import { gapOf } from './rankModel.js';
import { type Suggested, suggest } from './suggest.js';

/** What the team might try next; undefined when its choice did not change. */
export function recommend(play: Play, judged: Judged): readonly Suggestion[] | undefined {
  const { hunt, team, event, nowMs } = play;
  const { rules, memory } = hunt;
  if (!hunt.recommends || rules === undefined) return undefined;
  if (hunt.phase !== 'live' || !team.isKnown) return undefined;
  const clue = judged.clue === undefined ? undefined : rules.clueById.get(judged.clue);
  if (judged.verdict === 'solved' && clue !== undefined) {
    const table = memory.tableOf(rules);
    const trail = memory.trailOf(team.team);
    if (team.isPlaytest) return serve(play, rules, memory.follow(trail, clue, nowMs));
    learnFrom({ memory, table, clue, team, name: team.team, nowMs, trail });
    return serve(play, rules, memory.solve(trail, clue, nowMs));
  }
  if (event.type === 'location.reported.v1' && isTelling(event.data)) {
    memory.report(team.team, event.data, nowMs);
  }
  if (judged.verdict !== 'wrong' || clue === undefined) return undefined;
  memory.tableOf(rules);
  if (!team.isPlaytest) memory.miss(team.team, clue.id);
  // The last wrong answer closes a clue for the team: what is left to try is another choice.
  if (obstacleTo(clue, play) !== 'closed') return undefined;
  return serve(play, rules, memory.trailOf(team.team));
}

/** Whether a position says where a team is now. */
function isTelling({ accuracyM = 0, ageS = 0 }: EventData<'location.reported.v1'>): boolean {
  const { positionAccuracyM, positionAgeS } = RECOMMEND_LIMITS;
  return accuracyM <= positionAccuracyM && ageS <= positionAgeS;
}

function serve(
  { hunt, team, nowMs }: Play,
  rules: CompiledHunt,
  trail: Trail,
): readonly Suggestion[] {
  const { memory } = hunt;
  const table = memory.tableOf(rules);
  const weights = memory.weightsAfter(gapOf(nowMs - trail.lastMs));
  const suggested = suggestLikely(
    { table, team, name: team.team, nowMs, trail, weights },
    memory.hottest,
  );
  const { suggestions } = suggested;
  const clues = suggestions.map(({ clue }) => clue);
  memory.tell(team.team, trail, { clues, atMs: nowMs, isPlaytest: team.isPlaytest });
  if (!team.isPlaytest) memory.counts.serve(suggested);
  return suggestions;
}

/**
 * Suggestions of a hunt of any size. All clues of a large one are looked at only when there was
 * nothing to suggest.
 * @param hottest slots of the most popular clues
 */
export function suggestLikely(seeker: Seeker, hottest: readonly number[]): Suggested {
  const { table, trail } = seeker;
  const ranking = new Ranking(seeker);
  if (isRankedWhole(table.hunt.clues.length)) return suggest(ranking);
  const clues = likelyClues({ table, trail, hottest });
  const few = suggest(ranking, clues);
  if (few.orders.length === RECOMMEND_LIMITS.suggestions) return few;
  const more = suggest(ranking, moreClues(table, trail));
  return more.orders.length > 0 ? more : suggest(ranking);
}
