/**
 * The score of each clue for one team: the signals, weighed by what teams have followed, less the
 * crowd that is there, plus the designer's boost. What may not be suggested has none.
 */
import { obstacleTo, type Standing } from '../game/judge.js';
import type { CompiledClue } from '../hunt/compiledHunt.js';
import { type Spot, spotOf } from './clueAtlas.js';
import type { ClueTable } from './clueTable.js';
import type { Trail } from './huntMemory.js';
import { CROWD_WEIGHT, RECOMMEND_LIMITS, walkMinutesOf } from './limits.js';
import {
  AT,
  heatOf,
  nearOf,
  SIGNALS,
  UNKNOWN_NEAR,
  UNKNOWN_WALKABLE,
  walkableOf,
} from './signals.js';
import { chanceOf } from './skill.js';

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
  private readonly row = new Float64Array(SIGNALS.length);

  constructor(readonly seeker: Seeker) {
    const { trail, nowMs, table } = seeker;
    this.here = trail.at && spotOf(trail.at);
    this.nows = nowMs / halfLifeMs;
    this.lastings = nowMs / lastingMs;
    this.crowds = nowMs / crowdMs;
    table.gather(trail.recent);
  }

  score(order: number): number {
    const { row } = this;
    this.write(row, 0, order);
    let sum = this.ownPart(order);
    const { weights } = this.seeker;
    for (let i = 0; i < SIGNALS.length; i += 1) sum += (weights[i] as number) * (row[i] as number);
    return sum;
  }

  /** Writes the signals of a clue, and makes sure its columns are filled. */
  write(into: Float64Array, at: number, order: number): void {
    const { table } = this.seeker;
    table.read(order);
    const slot = table.slotOf[order] as number;
    const away = this.here && table.atlas.metresFrom(this.here, order);
    into[at + AT.near] = away === undefined ? UNKNOWN_NEAR : nearOf(away);
    into[at + AT.walkable] = away === undefined ? UNKNOWN_WALKABLE : walkableOf(away);
    into[at + AT.next] = slot < 0 ? 0 : table.companions.nextOf(slot);
    into[at + AT.together] = slot < 0 ? 0 : table.companions.togetherOf(slot);
    into[at + AT.now] = heatOf(table.now[order] as number, this.nows);
    into[at + AT.lasting] = heatOf(table.lasting[order] as number, this.lastings);
    into[at + AT.fit] = this.chanceAt(order);
  }

  /** The chance that the team solves a clue with its next try; its columns are filled. */
  chanceAt(order: number): number {
    const { table, trail } = this.seeker;
    return chanceOf(trail.skill.rating, table.difficulty[order] as number);
  }

  boostOf(order: number): number {
    return this.seeker.table.atlas.policy.boosts.get(order) ?? 0;
  }

  /** What nobody learns: the crowd a clue has already, and the boost its designer gave it. */
  ownPart(order: number): number {
    const heat = (this.seeker.table.crowd[order] as number) - this.crowds;
    return this.boostOf(order) - (heat > 0 ? CROWD_WEIGHT * heat : 0);
  }

  /** Whether a clue may be suggested: it can be tried now, is reached in time, and has room. */
  isAllowed(order: number): boolean {
    const { table } = this.seeker;
    const { policy } = table.atlas;
    if (policy.never.has(order)) return false;
    const clue = table.hunt.clues[order] as CompiledClue;
    if (obstacleTo(clue, this.seeker) !== undefined) return false;
    return this.isInTime(clue, order) && this.hasRoom(order);
  }

  private isInTime(clue: CompiledClue, order: number): boolean {
    const closesMs = clue.closesMs ?? this.seeker.table.hunt.closesMs;
    if (closesMs === undefined) return true;
    const away = this.here && this.seeker.table.atlas.metresFrom(this.here, order);
    const walkMs = away === undefined ? 0 : walkMinutesOf(away) * MINUTE_MS;
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
