/**
 * The part of the fold that learns from play and says what a team might try next. It comes after
 * the judge and changes nothing that scores. Events that leave a team's choice as it was cost a
 * look at their verdict, and a report of a position a look at the clock.
 */
import type { EventData, Suggestion } from '@trove/contracts';
import { type Judged, obstacleTo } from '../game/judge.js';
import type { Play } from '../game/play.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { isRankedWhole, type Likely, likelyClues, moreClues } from './candidates.js';
import { atlasOf } from './clueAtlas.js';
import type { Trail } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';
import { type Seeker, suggest } from './suggest.js';

/** What the team might try next; undefined when its choice did not change. */
export function recommend(play: Play, judged: Judged): readonly Suggestion[] | undefined {
  const { hunt, team, event, nowMs } = play;
  const { rules, memory } = hunt;
  if (!hunt.recommends || rules === undefined) return undefined;
  if (hunt.phase !== 'live' || !team.isKnown) return undefined;
  const clue = judged.clue === undefined ? undefined : rules.clueById.get(judged.clue);
  if (judged.verdict === 'solved' && clue !== undefined) {
    const trail = team.isPlaytest
      ? memory.follow(team.team, clue, nowMs)
      : memory.solve(team.team, clue, nowMs);
    return serve(play, rules, trail);
  }
  if (event.type === 'location.reported.v1' && isTelling(event.data)) {
    memory.report(team.team, event.data, nowMs);
  }
  // The last wrong answer closes a clue for the team: what is left to try is another choice.
  const isClosed = judged.verdict === 'wrong' && clue !== undefined;
  if (!isClosed || obstacleTo(clue, play) !== 'closed') return undefined;
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
  const { hottest } = memory;
  const followers = trail.last === undefined ? undefined : memory.followersOf(trail.last);
  const seeker = {
    hunt: rules,
    team,
    nowMs,
    trail,
    followers,
    heatOf: memory.heatOf,
    heats: memory.heatsOf(rules),
  };
  const suggestions = isRankedWhole(rules)
    ? suggest(seeker)
    : suggestLikely(seeker, { trail, followers, hottest });
  const clues = suggestions.map(({ clue }) => clue);
  memory.tell(team.team, trail, { clues, atMs: nowMs });
  const atlas = atlasOf(rules);
  if (!team.isPlaytest) memory.count(clues.map((clue) => atlas.orderOf(clue)));
  return suggestions;
}

/** All clues of a large hunt are looked at only when there was nothing to suggest. */
function suggestLikely(seeker: Seeker, likely: Likely): readonly Suggestion[] {
  const { hunt, trail } = seeker;
  const clues = likelyClues(hunt, likely);
  const few = suggest(seeker, clues);
  if (few.length === RECOMMEND_LIMITS.suggestions) return few;
  const more = suggest(seeker, moreClues(clues, hunt, trail));
  return more.length > 0 ? more : suggest(seeker);
}
