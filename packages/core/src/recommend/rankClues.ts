/**
 * The score of each clue for one team: the signals, weighed by what teams have followed, less the
 * crowd that is there, plus the designer's boost. What may not be suggested is not asked for one.
 */
import { obstacleTo, type Standing } from '../game/judge.js';
import { type Spot, spotOf } from '../geo/spot.js';
import type { CompiledClue } from '../hunt/compiledHunt.js';
import type { ClueTable } from './clueTable.js';
import type { Trail } from './huntMemory.js';
import { CROWD_WEIGHT, RECOMMEND_LIMITS, walkMinutesOf } from './limits.js';
import {
  AT,
  fitOf,
  heatOf,
  nearOf,
  UNKNOWN_NEAR,
  UNKNOWN_WALKABLE,
  walkableOf,
} from './signals.js';

const { halfLifeMs, lastingMs, crowdMs } = RECOMMEND_LIMITS;
const MINUTE_MS = 60_000;

export interface Seeker extends Standing {
  /** The team's name: what is left to chance is its own. */
  readonly name: string;
  readonly table: ClueTable;
  readonly trail: Trail;
  /** One a signal, for the gap since the team's last solve. */
  readonly weights: Float64Array;
}

export class Ranking {
  private readonly here: Spot | undefined;
  private readonly nows: number;
  private readonly lastings: number;
  private readonly crowds: number;

  constructor(readonly seeker: Seeker) {
    const { trail, nowMs, table } = seeker;
    this.here = trail.at && spotOf(trail.at);
    this.nows = nowMs / halfLifeMs;
    this.lastings = nowMs / lastingMs;
    this.crowds = nowMs / crowdMs;
    table.gather(trail.recent);
  }

  /**
   * The sum of the signals of each of these clues by their weights, in the same order: what `write`
   * gives, without writing it down. It is most of what a solve costs, so nothing is looked up for
   * each that is the same for all.
   */
  scores(orders: readonly number[]): Float64Array {
    const { here, nows, lastings, crowds } = this;
    const { table, trail, weights } = this.seeker;
    const { now, lasting, difficulty, crowd, slotOf, companions, atlas } = table;
    const { boosts } = atlas.policy;
    const skill = trail.skill.rating;
    const near = weights[AT.near] as number;
    const walkable = weights[AT.walkable] as number;
    const next = weights[AT.next] as number;
    const together = weights[AT.together] as number;
    const hot = weights[AT.now] as number;
    const hotAtLarge = weights[AT.lasting] as number;
    const fit = weights[AT.fit] as number;
    const unknown = near * UNKNOWN_NEAR + walkable * UNKNOWN_WALKABLE;
    const { length } = orders;
    const scores = table.scoresFor(length);
    for (let i = 0; i < length; i += 1) {
      const order = orders[i] as number;
      table.read(order);
      const away = here === undefined ? Number.NaN : atlas.chordFrom(here, order);
      const there = away >= 0 ? near * nearOf(away) + walkable * walkableOf(away) : unknown;
      const heat = (crowd[order] as number) - crowds;
      let sum = there + ((boosts[order] as number) - (heat > 0 ? CROWD_WEIGHT * heat : 0));
      sum += hot * heatOf(now[order] as number, nows);
      sum += hotAtLarge * heatOf(lasting[order] as number, lastings);
      sum += fit * fitOf(skill, difficulty[order] as number);
      const slot = slotOf[order] as number;
      scores[i] =
        slot < 0
          ? sum
          : sum + next * companions.nextOf(slot) + together * companions.togetherOf(slot);
    }
    return scores;
  }

  /** Writes the signals of a clue, and makes sure its columns are filled. */
  write(into: Float64Array, at: number, order: number): void {
    const { table, trail } = this.seeker;
    table.read(order);
    const slot = table.slotOf[order] as number;
    const away = this.metresTo(order);
    into[at + AT.near] = away < 0 ? UNKNOWN_NEAR : nearOf(away);
    into[at + AT.walkable] = away < 0 ? UNKNOWN_WALKABLE : walkableOf(away);
    into[at + AT.next] = slot < 0 ? 0 : table.companions.nextOf(slot);
    into[at + AT.together] = slot < 0 ? 0 : table.companions.togetherOf(slot);
    into[at + AT.now] = heatOf(table.now[order] as number, this.nows);
    into[at + AT.lasting] = heatOf(table.lasting[order] as number, this.lastings);
    into[at + AT.fit] = fitOf(trail.skill.rating, table.difficulty[order] as number);
  }

  /** Metres to a clue; below 0 when they are not known. */
  metresTo(order: number): number {
    return this.here === undefined ? -1 : this.seeker.table.atlas.metresFrom(this.here, order);
  }

  boostOf(order: number): number {
    return this.seeker.table.atlas.policy.boosts[order] as number;
  }

  /** Whether a clue may be suggested: it can be tried now, is reached in time, and has room. */
  isAllowed(order: number): boolean {
    const { table } = this.seeker;
    if (table.atlas.policy.never.has(order)) return false;
    const clue = table.hunt.clues[order] as CompiledClue;
    if (obstacleTo(clue, this.seeker) !== undefined) return false;
    return this.isInTime(clue, order) && this.hasRoom(order);
  }

  private isInTime(clue: CompiledClue, order: number): boolean {
    const closesMs = clue.closesMs ?? this.seeker.table.hunt.closesMs;
    if (closesMs === undefined) return true;
    const walkMs = walkMinutesOf(Math.max(0, this.metresTo(order))) * MINUTE_MS;
    return this.seeker.nowMs + walkMs < closesMs;
  }

  private hasRoom(order: number): boolean {
    const { table } = this.seeker;
    const room = table.atlas.policy.capacity.get(order);
    if (room === undefined) return true;
    table.read(order);
    return 2 ** ((table.crowd[order] as number) - this.crowds) < room;
  }
}
