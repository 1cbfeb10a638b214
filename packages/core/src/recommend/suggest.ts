/** Picks the clues a team is told to try next, and says why each: pins, the best, one explored. */
import type { Suggestion, SuggestionReason } from '@trove/contracts';
import type { CompiledClue } from '../hunt/compiledHunt.js';
import { wentNext } from './coVisits.js';
import { chancesOf } from './explore.js';
import { RECOMMEND_LIMITS, walkMinutesOf } from './limits.js';
import { popularityAt } from './popularity.js';
import type { Ranking } from './rankClues.js';
import { reasonOf } from './reasonOf.js';
import { chanceOf } from './skill.js';

const { suggestions: MOST, exploredAmong } = RECOMMEND_LIMITS;

/** One that is told, with the probability that it stood there. */
interface Picked {
  readonly order: number;
  readonly reason: SuggestionReason | undefined;
  readonly probability: number;
}

export interface Suggested {
  readonly suggestions: readonly Suggestion[];
  /** Their places in the file. */
  readonly orders: readonly number[];
  readonly isExploring: boolean;
}

/**
 * The best clues to try next, the best first; equal ones in the order of the file. Only clues that
 * the judge would let this team try now are among them. It does not ask whether the hunt is open.
 * @param orders which clues to rank, by their places in the file; absent: all
 */
export function suggest(ranking: Ranking, orders?: readonly number[]): Suggested {
  const { seeker } = ranking;
  const { pins, explore } = seeker.table.atlas.policy;
  const [chance, draw] = chancesOf(seeker.name, seeker.trail.recent[0] ?? -1);
  const isExploring = chance < explore;
  const best = new Best(ranking, pins.length + (isExploring ? exploredAmong : MOST + 1));
  best.offerAll(orders ?? seeker.table.atlas.all);
  const pinned = pins.filter((order) => ranking.isAllowed(order)).slice(0, MOST);
  const all = best.orders;
  const ranked = pinned.length === 0 ? all : all.filter((order) => !pinned.includes(order));
  const picked = pick({ pinned, ranked, chance: isExploring ? draw : undefined, explore });
  return {
    suggestions: picked.map((one) => toSuggestion(one, ranking)),
    orders: picked.map(({ order }) => order),
    isExploring: picked.some(({ reason }) => reason === 'explore'),
  };
}

interface Picking {
  readonly pinned: readonly number[];
  readonly ranked: readonly number[];
  /** Which one to explore, 0 to under 1; undefined when this serving does not. */
  readonly chance: number | undefined;
  readonly explore: number;
}

function pick({ pinned, ranked, chance, explore }: Picking): Picked[] {
  const picked: Picked[] = pinned.map((order) => ({ order, reason: 'pinned', probability: 1 }));
  const free = MOST - picked.length;
  const others = free === 0 ? [] : ranked.slice(free);
  for (const order of ranked.slice(0, free)) {
    const isLast = picked.length === MOST - 1;
    const probability = isLast && others.length > 0 ? 1 - explore : 1;
    picked.push({ order, reason: undefined, probability });
  }
  // Where the ranking names no more than are told, nothing is left to explore.
  if (chance === undefined || others.length === 0) return picked;
  const order = others[Math.floor(chance * others.length)] as number;
  picked[MOST - 1] = { order, reason: 'explore', probability: explore / others.length };
  return picked;
}

/** The few best so far. Whether a clue may be tried is asked only of those that come near. */
class Best {
  readonly orders: number[] = [];
  private readonly scores: number[] = [];

  constructor(
    private readonly ranking: Ranking,
    private readonly most: number,
  ) {}

  offerAll(among: readonly number[]): void {
    const all = this.ranking.scores(among);
    const { length } = among;
    for (let i = 0; i < length; i += 1) this.offer(among[i] as number, all[i] as number);
  }

  private offer(order: number, score: number): void {
    const { orders, scores, most } = this;
    let place = orders.length;
    if (place === most && score < (scores[most - 1] as number)) return;
    while (place > 0 && this.isBefore(score, order, place - 1)) place -= 1;
    if (place >= most || !this.ranking.isAllowed(order)) return;
    for (let at = Math.min(orders.length, most - 1); at > place; at -= 1) {
      orders[at] = orders[at - 1] as number;
      scores[at] = scores[at - 1] as number;
    }
    orders[place] = order;
    scores[place] = score;
  }

  private isBefore(score: number, order: number, place: number): boolean {
    const other = this.scores[place] as number;
    return score > other || (score === other && order < (this.orders[place] as number));
  }
}

function toSuggestion({ order, reason, probability }: Picked, ranking: Ranking): Suggestion {
  const { table, trail, nowMs } = ranking.seeker;
  const [last] = trail.recent;
  const visits = last === undefined ? undefined : table.coVisitsOf(last);
  const { id: clue, isOnMap } = table.hunt.clues[order] as CompiledClue;
  const told = {
    clue,
    reason: reason ?? reasonOf(ranking, order),
    probability: roundTo(probability, 1e4),
    wentNext: wentNext(visits, table.slotOf[order] as number),
    popularity: roundTo(popularityAt(table.now[order], nowMs), 100),
    chance: roundTo(chanceOf(trail.skill.rating, table.difficulty[order] as number), 100),
  };
  // Who walks about would find a place by its distances that is to be found by its riddle.
  const away = isOnMap === false ? -1 : ranking.metresTo(order);
  return away < 0 ? told : withDistance(told, Math.round(away));
}

function withDistance(told: Suggestion, distanceM: number): Suggestion {
  const { clue, reason, probability, wentNext: next, popularity, chance } = told;
  const walkMinutes = walkMinutesOf(distanceM);
  return {
    clue,
    distanceM,
    walkMinutes,
    wentNext: next,
    popularity,
    reason,
    chance,
    probability,
  };
}

function roundTo(value: number, grain: number): number {
  return Math.round(value * grain) / grain;
}
