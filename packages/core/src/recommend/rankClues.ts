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
  private readonly unknown: number;

  constructor(readonly seeker: Seeker) {
    const { trail, nowMs, table, weights } = seeker;
    this.here = trail.at && spotOf(trail.at);
    this.nows = nowMs / halfLifeMs;
    this.lastings = nowMs / lastingMs;
    this.crowds = nowMs / crowdMs;
    const [near = 0, walkable = 0] = weights;
    this.unknown = near * UNKNOWN_NEAR + walkable * UNKNOWN_WALKABLE;
    table.gather(trail.recent);
  }

  /** The sum of the signals by their weights: what `write` gives, without writing it down. */
  score(order: number): number {
    const { table, trail, weights } = this.seeker;
    table.read(order);
    const slot = table.slotOf[order] as number;
    let sum = this.distancePart(order) + this.ownPart(order);
    sum += (weights[AT.now] as number) * heatOf(table.now[order] as number, this.nows);
    sum += (weights[AT.lasting] as number) * heatOf(table.lasting[order] as number, this.lastings);
    sum +=
      (weights[AT.fit] as number) * fitOf(trail.skill.rating, table.difficulty[order] as number);
    if (slot < 0) return sum;
    const { companions } = table;
    return (
      sum +
      (weights[AT.next] as number) * companions.nextOf(slot) +
      (weights[AT.together] as number) * companions.togetherOf(slot)
    );
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

  private distancePart(order: number): number {
    const { here } = this;
    const away = here === undefined ? -1 : this.seeker.table.atlas.chordFrom(here, order);
    if (away < 0) return this.unknown;
    const { weights } = this.seeker;
    return (
      (weights[AT.near] as number) * nearOf(away) +
      (weights[AT.walkable] as number) * walkableOf(away)
    );
  }

  /** What nobody learns: the crowd a clue has already, and the boost its designer gave it. */
  private ownPart(order: number): number {
    const heat = (this.seeker.table.crowd[order] as number) - this.crowds;
    return this.boostOf(order) - (heat > 0 ? CROWD_WEIGHT * heat : 0);
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
