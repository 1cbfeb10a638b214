/**
 * When each clue can be solved first by somebody on foot: as by opening times alone, and with the
 * way from the places before it. (Least solutions by settling the least candidate first:
 * D. E. Knuth, "A generalization of Dijkstra's algorithm", 1977.)
 */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { distanceM } from '../../geo/distance.js';
import { partsOfDefinition } from '../huntParts.js';
import { requiredIds } from '../prerequisites.js';
import { windowOf } from './clueOrder.js';
import { LINT_LIMITS } from './limits.js';

/** The first moment, ms, at which a clue can be solved, and the walk that decides it, if any. */
export interface Reach {
  readonly atMs: number;
  readonly walk?: { readonly from: string; readonly fromMs: number; readonly walkMs: number };
}

export interface WalkOrder {
  /** Of the clues that somebody on foot can solve. */
  readonly reached: ReadonlyMap<string, Reach>;
  /** Clues whose prerequisites can be solved, but which are closed by the time of arrival. */
  readonly missed: ReadonlyMap<string, Reach>;
}

const MS_PER_M = 3_600 / LINT_LIMITS.walkKmh;

/** A place that a team has certainly come through. */
interface Station {
  readonly clue: Clue;
  readonly atMs: number;
}

export function walkOrder(hunt: HuntDefinition): WalkOrder {
  return new Walker(hunt).walk();
}

class Walker {
  private readonly reached = new Map<string, Reach>();
  private readonly missed = new Map<string, Reach>();
  private readonly stations = new Map<string, readonly Station[]>();
  private readonly open = new Map<string, Reach>();
  private readonly byId: ReadonlyMap<string, Clue>;
  private readonly dependents = new Map<string, Clue[]>();
  private readonly freed: ReadonlySet<string>;

  constructor(private readonly hunt: HuntDefinition) {
    this.freed = partsOfDefinition(hunt).unlocked;
    this.byId = new Map(hunt.clues.map((clue) => [clue.id, clue]));
    for (const clue of hunt.clues) {
      for (const id of this.requiredOf(clue)) {
        this.dependents.set(id, [...(this.dependents.get(id) ?? []), clue]);
      }
    }
  }

  /** At most once around for each clue. */
  walk(): WalkOrder {
    for (const clue of this.hunt.clues) this.propose(clue);
    for (let next = this.earliest(); next !== undefined; next = this.earliest()) {
      const [id, reach] = next;
      this.open.delete(id);
      const clue = this.byId.get(id) as Clue;
      if (reach.atMs >= windowOf(clue, this.hunt).closesMs) {
        this.missed.set(id, reach);
        continue;
      }
      this.reached.set(id, reach);
      this.stations.set(id, this.stationsOf(clue, reach));
      for (const dependent of this.dependents.get(id) ?? []) this.propose(dependent);
    }
    return { reached: this.reached, missed: this.missed };
  }

  private earliest(): [string, Reach] | undefined {
    let best: [string, Reach] | undefined;
    for (const one of this.open) if (best === undefined || one[1].atMs < best[1].atMs) best = one;
    return best;
  }

  /** A clue that a rule may unlock is taken to wait for nothing. */
  private requiredOf({ id, requires }: Clue): readonly string[] {
    return requires === undefined || this.freed.has(id) ? [] : requiredIds(requires);
  }

  private propose(clue: Clue): void {
    if (this.reached.has(clue.id) || this.missed.has(clue.id)) return;
    const { opensMs } = windowOf(clue, this.hunt);
    const arrival = this.arrivalAt(clue);
    if (arrival === undefined) return;
    this.open.set(clue.id, arrival.atMs > opensMs ? arrival : { atMs: opensMs });
  }

  /** Of what is required together the latest counts, of a choice the earliest that suffice. */
  private arrivalAt(clue: Clue): Reach | undefined {
    const ids = this.requiredOf(clue);
    if (ids.length === 0) return { atMs: Number.NEGATIVE_INFINITY };
    const ways = ids
      .filter((id) => this.reached.has(id))
      .map((id) => this.wayFrom(id, clue))
      .sort((one, other) => one.atMs - other.atMs);
    return ways[neededOf(clue) - 1];
  }

  private wayFrom(id: string, to: Clue): Reach {
    let latest: Reach = { atMs: (this.reached.get(id) as Reach).atMs };
    for (const { clue, atMs } of this.stations.get(id) ?? []) {
      const walkMs = walkMsBetween(clue, to);
      if (atMs + walkMs <= latest.atMs) continue;
      latest = { atMs: atMs + walkMs, walk: { from: clue.id, fromMs: atMs, walkMs } };
    }
    return latest;
  }

  /** Itself, or what everybody has come through who gets to a clue without a place. */
  private stationsOf(clue: Clue, { atMs }: Reach): readonly Station[] {
    if ('place' in clue.find) return [{ clue, atMs }];
    const ids = this.requiredOf(clue);
    if (neededOf(clue) < ids.length) return [];
    const found = new Map<string, Station>();
    for (const id of ids) {
      for (const one of this.stations.get(id) ?? []) found.set(one.clue.id, one);
    }
    const latest = [...found.values()].sort((one, other) => other.atMs - one.atMs);
    return latest.slice(0, LINT_LIMITS.stations);
  }
}

/** How many of the required clues are needed; those of a circle of rules aside, at least one. */
function neededOf({ requires }: Clue): number {
  if (requires === undefined) return 0;
  if ('all' in requires) return requires.all.length;
  return 'any' in requires ? 1 : requires.atLeast;
}

/** From rim to rim; nothing where one of both has no place. */
function walkMsBetween({ find: from }: Clue, { find: to }: Clue): number {
  if (!('place' in from) || !('place' in to)) return 0;
  const apartM = distanceM(from.place, to.place) - from.place.radiusM - to.place.radiusM;
  return Math.max(0, apartM) * MS_PER_M;
}
