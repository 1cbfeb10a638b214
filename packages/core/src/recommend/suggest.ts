/** Ranks clues for one team by walking distance, by how others went on and by popularity. */
import type { Suggestion } from '@trove/contracts';
import { obstacleTo, type Standing } from '../game/judge.js';
import { distanceM } from '../geo/distance.js';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf, type ClueAtlas, type Spot, spotOf } from './clueAtlas.js';
import { teamsOf } from './followers.js';
import type { HeatTable } from './heatTable.js';
import type { Followers, Trail } from './huntMemory.js';
import {
  ASSUMED_ELSEWHERE,
  HALF_NEAR_MINUTES,
  RECOMMEND_LIMITS,
  WALK_METRES_PER_MINUTE,
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
  readonly heats: HeatTable;
}

interface Ranked {
  readonly order: number;
  readonly clue: CompiledClue;
  readonly score: number;
}

/**
 * The best clues to try next, the best first; equal ones in the order of the file. Only clues that
 * the judge would let this team try now are among them. It does not ask whether the hunt is open.
 * @param orders which clues to rank, by their places in the file; absent: all
 */
export function suggest(seeker: Seeker, orders?: Iterable<number>): Suggestion[] {
  const best = new Best(seeker);
  if (orders === undefined) {
    const { length } = seeker.hunt.clues;
    for (let order = 0; order < length; order += 1) best.offer(order);
  } else {
    for (const order of orders) best.offer(order);
  }
  return best.ranked.map(({ clue }) => toSuggestion(clue, seeker));
}

/** The few best so far. Whether a clue may be tried is asked only of those that come near. */
class Best {
  readonly ranked: Ranked[] = [];
  private readonly atlas: ClueAtlas;
  private readonly spot: Spot | undefined;
  private readonly wentWeight: number;

  constructor(private readonly seeker: Seeker) {
    const { hunt, trail, followers } = seeker;
    this.atlas = atlasOf(hunt);
    this.spot = trail.at === undefined ? undefined : spotOf(trail.at);
    let went = ASSUMED_ELSEWHERE;
    for (const { count } of followers?.values() ?? []) went += count;
    this.wentWeight = WEIGHTS.wentNext / went;
  }

  offer(order: number): void {
    const { ranked, seeker } = this;
    const clue = seeker.hunt.clues[order] as CompiledClue;
    const score = this.scoreOf(clue, order);
    let place = ranked.length;
    while (place > 0 && isBefore(score, order, ranked[place - 1] as Ranked)) place -= 1;
    if (place >= RECOMMEND_LIMITS.suggestions || obstacleTo(clue, seeker) !== undefined) return;
    ranked.splice(place, 0, { order, clue, score });
    if (ranked.length > RECOMMEND_LIMITS.suggestions) ranked.pop();
  }

  private scoreOf({ id }: CompiledClue, order: number): number {
    const { spot, atlas, seeker } = this;
    const away = spot === undefined ? undefined : atlas.chordM(spot, order);
    const minutes = away === undefined ? HALF_NEAR_MINUTES : away / WALK_METRES_PER_MINUTE;
    const count = seeker.followers?.get(id)?.count ?? 0;
    return (
      (WEIGHTS.distance * HALF_NEAR_MINUTES) / (HALF_NEAR_MINUTES + minutes) +
      this.wentWeight * count +
      WEIGHTS.popularity * seeker.heats.shareOf(order)
    );
  }
}

function isBefore(score: number, order: number, other: Ranked): boolean {
  return score > other.score || (score === other.score && order < other.order);
}

function toSuggestion({ id, place }: CompiledClue, seeker: Seeker): Suggestion {
  const { trail, followers, nowMs } = seeker;
  const wentNext = teamsOf(followers?.get(id));
  const popularity = Math.round(popularityAt(seeker.heatOf(id), nowMs) * 100) / 100;
  if (place === undefined || trail.at === undefined) return { clue: id, wentNext, popularity };
  const away = Math.round(distanceM(trail.at, place));
  return { clue: id, distanceM: away, walkMinutes: walkMinutesOf(away), wentNext, popularity };
}
