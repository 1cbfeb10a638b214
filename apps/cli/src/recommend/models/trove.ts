/**
 * Trove's own ranking on recorded visits: the signals, the summaries and the learning of the core,
 * with the numbers that every hunt has. Only the candidates are gathered otherwise than in a hunt,
 * where a designer has written them down.
 */
import {
  AT,
  addTogether,
  CO_VISITS,
  COMPANIONS,
  Companions,
  copyWeights,
  distanceM,
  gapOf,
  heatAfter,
  heatOf,
  hottestAfter,
  learn,
  NEVER,
  nearOf,
  newCoVisits,
  type RankWeights,
  RECOMMEND_LIMITS,
  SIGNALS,
  scoreAt,
  sizeOf,
  slotAt,
  startWeights,
  UNKNOWN_NEAR,
  UNKNOWN_WALKABLE,
  walkableOf,
  weightsAfter,
} from '@trove/core';
import { NAMED, TROVE_LIMITS } from '../limits.js';
import type { Model } from '../model.js';
import { PlaceGrid } from '../placeGrid.js';
import type { Visit } from '../visits.js';
import type { Walked } from '../walked.js';

const { halfLifeMs, lastingMs } = RECOMMEND_LIMITS;
type Asked = Pick<Visit, 'user' | 'atMs'>;

/** What was ranked for a visit: places, and their signals row by row. */
interface Ranked {
  readonly places: readonly number[];
  readonly signals: Float64Array;
  readonly gap: number;
}

export class TroveModel implements Model {
  private readonly grid: PlaceGrid;
  private readonly together: (number[] | undefined)[] = [];
  private readonly now: Float64Array;
  private readonly lasting: Float64Array;
  private readonly visits: Float64Array;
  private readonly companions: Companions;
  private readonly stamps: Int32Array;
  private stamp = 0;
  private hottest: readonly number[] = [];
  private readonly weights: RankWeights = copyWeights(startWeights());
  private readonly histories = new Map<number, number[]>();

  constructor(private readonly walked: Walked) {
    const { points } = walked;
    this.grid = new PlaceGrid(points);
    this.now = new Float64Array(points.length).fill(NEVER);
    this.lasting = new Float64Array(points.length).fill(NEVER);
    this.visits = new Float64Array(points.length);
    this.companions = new Companions(points.length);
    this.stamps = new Int32Array(points.length);
  }

  name(asked: Asked): readonly number[] {
    const { places, signals, gap } = this.rank(asked);
    const weights = weightsAfter(this.weights, gap);
    const scored = places.map((place, row) => ({ place, score: scoreAt(weights, signals, row) }));
    return scored
      .sort((one, other) => other.score - one.score)
      .slice(0, NAMED)
      .map(({ place }) => place);
  }

  learn(visit: Visit): void {
    const { user, place, atMs } = visit;
    const isNew = !this.walked.visitedBy(user).has(place);
    if (isNew) this.learnChoice(visit);
    if (!this.walked.hasSeen(place)) this.grid.add(place);
    this.now[place] = heatAfter(this.now[place], atMs);
    this.lasting[place] = heatAfter(this.lasting[place], atMs, lastingMs);
    this.hottest = hottestAfter(this.hottest, place, (one) => this.lasting[one]);
    if (isNew) this.join(visit);
  }

  private learnChoice(visit: Visit): void {
    const { places, signals, gap } = this.rank(visit);
    const chosen = places.indexOf(visit.place);
    if (chosen < 0) return;
    learn(this.weights, { signals, rows: places.length, chosen, gap });
  }

  /** Notes what was visited together with a new place of a user. */
  private join({ user, place, atMs: nowMs }: Visit): void {
    const history = this.histories.get(user) ?? [];
    history.slice(0, CO_VISITS.window).forEach((before, i) => {
      const weight = 1 / (1 + i);
      addTogether(this.own(before), { slot: place, weight, isNext: i === 0, nowMs });
      addTogether(this.own(place), { slot: before, weight, isNext: false, nowMs });
    });
    this.visits[place] = (this.visits[place] as number) + 1;
    this.histories.set(user, [place, ...history.slice(0, TROVE_LIMITS.history - 1)]);
  }

  private own(place: number): number[] {
    this.together[place] ??= newCoVisits();
    return this.together[place];
  }

  private rank({ user, atMs }: Asked): Ranked {
    const last = this.walked.lastOf(user);
    const history = this.histories.get(user) ?? [];
    this.companions.gather(history.slice(0, COMPANIONS.recent), {
      coVisitsOf: (place) => this.together[place],
      dampingOf: (place) => 1 / Math.sqrt((this.visits[place] as number) + 1),
    });
    const places = this.candidates(user, last?.place, history);
    const signals = new Float64Array(places.length * SIGNALS.length);
    places.forEach((place, row) => {
      this.write(signals, row * SIGNALS.length, { place, from: last?.place, atMs });
    });
    return { places, signals, gap: gapOf(last === undefined ? Infinity : atMs - last.atMs) };
  }

  private write(
    signals: Float64Array,
    row: number,
    { place, from, atMs }: { place: number; from: number | undefined; atMs: number },
  ): void {
    const [here, there] = [this.walked.points[from ?? -1], this.walked.points[place]];
    const away = here && there && distanceM(here, there);
    signals[row + AT.near] = away === undefined ? UNKNOWN_NEAR : nearOf(away);
    signals[row + AT.walkable] = away === undefined ? UNKNOWN_WALKABLE : walkableOf(away);
    signals[row + AT.next] = this.companions.nextOf(place);
    signals[row + AT.together] = this.companions.togetherOf(place);
    signals[row + AT.now] = heatOf(this.now[place] as number, atMs / halfLifeMs);
    signals[row + AT.lasting] = heatOf(this.lasting[place] as number, atMs / lastingMs);
  }

  /** Places near the last one, visited together with the user's, or popular: each once. */
  private candidates(
    user: number,
    last: number | undefined,
    history: readonly number[],
  ): readonly number[] {
    const visited = this.walked.visitedBy(user);
    const places: number[] = [];
    this.stamp += 1;
    const offer = (place: number) => {
      if (this.stamps[place] === this.stamp || visited.has(place)) return;
      this.stamps[place] = this.stamp;
      places.push(place);
    };
    if (last !== undefined) for (const { place } of this.grid.around(last)) offer(place);
    for (const before of history) {
      const visits = this.together[before];
      if (visits === undefined) continue;
      for (let i = 0; i < sizeOf(visits); i += 1) offer(slotAt(visits, i));
    }
    for (const place of this.hottest) offer(place);
    return places;
  }
}
