/** Ranks clues for one team by walking distance, by how others went on and by popularity. */
import type { Suggestion } from '@trove/contracts';
import { obstacleTo, type Standing } from '../game/judge.js';
import { distanceM } from '../geo/distance.js';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf } from './clueAtlas.js';
import { teamsOf } from './followers.js';
import type { Followers, Trail } from './huntMemory.js';
import {
  ASSUMED_ELSEWHERE,
  HALF_NEAR_MINUTES,
  RECOMMEND_LIMITS,
  WEIGHTS,
  walkMinutesOf,
} from './limits.js';
import { popularityAt } from './popularity.js';

export interface Seeker extends Standing {
  readonly hunt: CompiledHunt;
  readonly trail: Trail;
  /** What teams solved after the clue that this team solved last. */
  readonly followers: Followers | undefined;
  heatOf(clue: string): number | undefined;
}

interface Ranked {
  readonly clue: CompiledClue;
  readonly distanceM: number | undefined;
  readonly heat: number | undefined;
  score: number;
}

/**
 * The best clues to try next, the best first; equal ones in the order of the file. Only clues that
 * the judge would let this team try now are among them. It does not ask whether the hunt is open.
 */
export function suggest(seeker: Seeker, clues: Iterable<CompiledClue>): Suggestion[] {
  const { followers, nowMs } = seeker;
  const ranked: Ranked[] = [];
  let hottest = Number.NEGATIVE_INFINITY;
  for (const clue of clues) {
    if (obstacleTo(clue, seeker) !== undefined) continue;
    const heat = seeker.heatOf(clue.id);
    if (heat !== undefined && heat > hottest) hottest = heat;
    ranked.push({ clue, distanceM: distanceTo(clue, seeker), heat, score: 0 });
  }
  const went = followers === undefined ? 0 : sumOf(followers);
  for (const one of ranked) {
    const count = followers?.get(one.clue.id)?.count ?? 0;
    one.score =
      WEIGHTS.distance * nearness(one.distanceM) +
      (WEIGHTS.wentNext * count) / (went + ASSUMED_ELSEWHERE) +
      (one.heat === undefined ? 0 : WEIGHTS.popularity * 2 ** (one.heat - hottest));
  }
  return bestOf(ranked, seeker.hunt).map(({ clue, distanceM: away, heat }) => ({
    clue: clue.id,
    ...(away === undefined ? {} : { distanceM: away, walkMinutes: walkMinutesOf(away) }),
    wentNext: teamsOf(followers?.get(clue.id)),
    popularity: Math.round(popularityAt(heat, nowMs) * 100) / 100,
  }));
}

/** Whole metres; undefined without a position or a place. */
function distanceTo({ place }: CompiledClue, { trail }: Seeker): number | undefined {
  if (place === undefined || trail.at === undefined) return undefined;
  return Math.round(distanceM(trail.at, place));
}

function nearness(away: number | undefined): number {
  const minutes = away === undefined ? HALF_NEAR_MINUTES : walkMinutesOf(away);
  return HALF_NEAR_MINUTES / (HALF_NEAR_MINUTES + minutes);
}

function sumOf(followers: Followers): number {
  let sum = 0;
  for (const { count } of followers.values()) sum += count;
  return sum;
}

/** The few best, found without sorting all. */
function bestOf(ranked: readonly Ranked[], hunt: CompiledHunt): readonly Ranked[] {
  const { orderOf } = atlasOf(hunt);
  const best: Ranked[] = [];
  const isBefore = (one: Ranked, other: Ranked) =>
    one.score > other.score ||
    (one.score === other.score && orderOf(one.clue.id) < orderOf(other.clue.id));
  for (const one of ranked) {
    let place = best.length;
    while (place > 0 && isBefore(one, best[place - 1] as Ranked)) place -= 1;
    if (place >= RECOMMEND_LIMITS.suggestions) continue;
    best.splice(place, 0, one);
    best.length = Math.min(best.length, RECOMMEND_LIMITS.suggestions);
  }
  return best;
}
