/** A hunt's memory while a chunk is decided: what changes is overlaid, the base is not touched. */

import type { Point } from '../geo/distance.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf } from './clueAtlas.js';
import { addFollower } from './followers.js';
import { HeatTable } from './heatTable.js';
import {
  type Follower,
  type Followers,
  type HuntMemory,
  type MemoryChange,
  NO_TRAIL,
  newMemory,
  type Served,
  type Trail,
} from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';
import { heatAfter, hottestAfter } from './popularity.js';

const { followedWithinMs, positionEveryMs } = RECOMMEND_LIMITS;
/** A hundred thousandth of a degree is about a metre. */
const PER_DEGREE = 1e5;

export class MemoryDraft {
  private readonly base: HuntMemory;
  private readonly next = new Map<string, Map<string, Follower>>();
  private readonly heat = new Map<string, number>();
  private readonly trails = new Map<string, Trail>();
  private moved: readonly string[] | undefined;
  /** Of the version that was ranked last. */
  private table: { readonly of: CompiledHunt; readonly heats: HeatTable } | undefined;
  private served = 0;
  private followed = 0;
  private readonly covered = new Set<number>();

  constructor(base: HuntMemory | undefined) {
    this.base = base ?? newMemory();
  }

  get hottest(): readonly string[] {
    return this.moved ?? this.base.hottest;
  }

  trailOf(team: string): Trail {
    return this.trails.get(team) ?? this.base.trails.get(team) ?? NO_TRAIL;
  }

  readonly heatOf = (clue: string): number | undefined => {
    return this.heat.get(clue) ?? this.base.heat.get(clue);
  };

  hottestHeat(): number | undefined {
    const [hottest] = this.hottest;
    return hottest === undefined ? undefined : this.heatOf(hottest);
  }

  heatsOf(hunt: CompiledHunt): HeatTable {
    if (this.table?.of !== hunt) this.table = { of: hunt, heats: new HeatTable(hunt.clues, this) };
    return this.table.heats;
  }

  followersOf(clue: string): Followers | undefined {
    return this.next.get(clue) ?? this.base.next.get(clue);
  }

  /** Takes a reported position, unless the one at hand is young enough. */
  report(team: string, { lat, lon }: Point, nowMs: number): void {
    const trail = this.trailOf(team);
    if (trail.at !== undefined && nowMs - trail.at.atMs < positionEveryMs) return;
    this.trails.set(team, { ...trail, at: placed({ lat, lon }, nowMs) });
  }

  /**
   * Takes a solve: the way the team came, the clue's popularity, a suggestion followed. Gives the
   * team's trail, which is kept with what the team is told next.
   */
  solve(team: string, clue: { id: string; fence?: Point }, nowMs: number): Trail {
    const { last, served } = this.trailOf(team);
    if (last !== undefined) addFollower(this.ownFollowers(last), clue.id);
    this.heat.set(clue.id, heatAfter(this.heatOf(clue.id), nowMs));
    const hottest = hottestAfter(this.hottest, clue.id, this.heatOf);
    if (hottest !== this.hottest) this.moved = hottest;
    if (this.table !== undefined) this.table.heats.moved(atlasOf(this.table.of).orderOf(clue.id));
    const isInTime = served !== undefined && nowMs - served.atMs <= followedWithinMs;
    if (isInTime && served.clues.includes(clue.id)) this.followed += 1;
    return this.follow(team, clue, nowMs);
  }

  /** The team's trail after a solve that nothing is learnt from. */
  follow(team: string, clue: { id: string; fence?: Point }, nowMs: number): Trail {
    const { at } = this.trailOf(team);
    const here = clue.fence === undefined ? at : placed(clue.fence, nowMs);
    return { last: clue.id, at: here, served: undefined };
  }

  /** Keeps a team's trail with what the team was told, whoever told it. */
  tell(team: string, { last, at }: Trail, { clues, atMs }: Served): void {
    const served = clues.length === 0 ? undefined : { clues, atMs };
    this.trails.set(team, { last, at, served });
  }

  /** Counts suggestions in results, by the clues' places in the file. */
  count(orders: readonly number[]): void {
    this.served += orders.length;
    for (const order of orders) this.covered.add(order);
  }

  change(clues: number): MemoryChange {
    const { next, heat, trails, served, followed, covered } = this;
    return {
      next,
      heat,
      hottest: this.moved,
      trails,
      counts: { served, followed, covered, clues },
    };
  }

  private ownFollowers(clue: string): Map<string, Follower> {
    let own = this.next.get(clue);
    if (own === undefined) {
      own = new Map(this.base.next.get(clue));
      this.next.set(clue, own);
    }
    return own;
  }
}

function placed({ lat, lon }: Point, atMs: number): Trail['at'] {
  return { lat: round(lat), lon: round(lon), atMs };
}

function round(degrees: number): number {
  return Math.round(degrees * PER_DEGREE) / PER_DEGREE;
}
