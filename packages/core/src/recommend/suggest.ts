/** Ranks clues for one team by walking distance, by how others went on and by popularity. */
import type { Suggestion } from '@trove/contracts';
import { obstacleTo, type Standing } from '../game/judge.js';
import { distanceM } from '../geo/distance.js';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf, type ClueAtlas } from './clueAtlas.js';
import { teamsOf } from './followers.js';
import type { HeatTable } from './heatTable.js';
import type { Followers, Trail } from './huntMemory.js';
import { ASSUMED_ELSEWHERE, RECOMMEND_LIMITS, WEIGHTS, walkMinutesOf } from './limits.js';
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
  if (orders === undefined) best.offerAll();
  else for (const order of orders) best.offer(order);
  return best.ranked.map(({ clue }) => toSuggestion(clue, seeker));
}

/** The few best so far. Whether a clue may be tried is asked only of those that come near. */
class Best {
  readonly ranked: Ranked[] = [];
  private readonly nearness: ReturnType<ClueAtlas['nearnessFrom']>;
  private readonly heats: HeatTable;
  /** What the way of others adds: places in the file, and as many shares. */
  private readonly wentTo: number[] = [];
  private readonly wentAdds: number[] = [];
  private worst = Number.NEGATIVE_INFINITY;

  constructor(private readonly seeker: Seeker) {
    const { hunt, trail, followers } = seeker;
    const atlas = atlasOf(hunt);
    this.nearness = atlas.nearnessFrom(trail.at);
    this.heats = seeker.heats;
    if (followers === undefined) return;
    let all = ASSUMED_ELSEWHERE;
    for (const { count } of followers.values()) all += count;
    for (const [clue, { count }] of followers) {
      this.wentTo.push(atlas.orderOf(clue));
      this.wentAdds.push((WEIGHTS.wentNext * count) / all);
    }
  }

  offerAll(): void {
    const { length } = this.seeker.hunt.clues;
    for (let order = 0; order < length; order += 1) this.offer(order);
  }

  offer(order: number): void {
    const score =
      WEIGHTS.distance * this.nearness.of(order) +
      WEIGHTS.popularity * this.heats.shareOf(order) +
      this.wentShare(order);
    if (score >= this.worst) this.place(order, score);
  }

  /** A loop over a few numbers beats a look-up. */
  private wentShare(order: number): number {
    const { wentTo } = this;
    for (let i = 0; i < wentTo.length; i += 1) {
      if (wentTo[i] === order) return this.wentAdds[i] as number;
    }
    return 0;
  }

  private place(order: number, score: number): void {
    const { ranked, seeker } = this;
    let place = ranked.length;
    while (place > 0 && isBefore(score, order, ranked[place - 1] as Ranked)) place -= 1;
    if (place >= RECOMMEND_LIMITS.suggestions) return;
    const clue = seeker.hunt.clues[order] as CompiledClue;
    if (obstacleTo(clue, seeker) !== undefined) return;
    ranked.splice(place, 0, { order, clue, score });
    if (ranked.length > RECOMMEND_LIMITS.suggestions) ranked.pop();
    if (ranked.length === RECOMMEND_LIMITS.suggestions) this.worst = ranked.at(-1)?.score ?? score;
  }
}

function isBefore(score: number, order: number, other: Ranked): boolean {
  return score > other.score || (score === other.score && order < other.order);
}

function toSuggestion({ id, fence }: CompiledClue, seeker: Seeker): Suggestion {
  const { trail, followers, nowMs } = seeker;
  const wentNext = teamsOf(followers?.get(id));
  const popularity = Math.round(popularityAt(seeker.heatOf(id), nowMs) * 100) / 100;
  if (fence === undefined || trail.at === undefined) return { clue: id, wentNext, popularity };
  const away = Math.round(distanceM(trail.at, fence));
  return { clue: id, distanceM: away, walkMinutes: walkMinutesOf(away), wentNext, popularity };
}
