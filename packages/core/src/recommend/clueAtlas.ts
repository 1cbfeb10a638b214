/**
 * What a hunt version tells of its clues at once: their order, their slots, where they are, and
 * which places are near which.
 */
import { EARTH_RADIUS_M, type Point } from '../geo/distance.js';
import { type Spot, spotOf, squaredChord } from '../geo/spot.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { type CompiledPolicy, compilePolicy } from './compiledPolicy.js';
import { RECOMMEND_LIMITS } from './limits.js';
import { nearestOrders, SpotGrid } from './spotGrid.js';

/** Slots of a memory by a clue's order, -1 for none, and the other way round. */
interface SlotTable {
  readonly of: ReadonlyMap<string, number>;
  readonly size: number;
  readonly slotOf: Int32Array;
  readonly orderOf: Int32Array;
  /** Every clue of this version has one. */
  readonly isWhole: boolean;
}

export class ClueAtlas {
  readonly policy: CompiledPolicy;
  /** The places of all clues in the file. */
  readonly all: readonly number[];
  private readonly orders: ReadonlyMap<string, number>;
  /** By a clue's place in the file; undefined where it has none on earth. */
  private readonly spots: readonly (Spot | undefined)[];
  /** The same in columns, NaN where there is none. */
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly z: Float64Array;
  private readonly grid: SpotGrid;
  private readonly neighbours: (readonly number[] | undefined)[] = [];
  private slots: SlotTable | undefined;

  constructor(private readonly hunt: CompiledHunt) {
    const { clues } = hunt;
    this.all = clues.map((_, order) => order);
    this.orders = new Map(clues.map(({ id }, order) => [id, order]));
    this.spots = clues.map(({ fence }) => (fence === undefined ? undefined : spotOf(fence)));
    const column = (axis: keyof Spot) =>
      Float64Array.from(this.spots, (spot) => spot?.[axis] ?? Number.NaN);
    this.x = column('x');
    this.y = column('y');
    this.z = column('z');
    this.grid = new SpotGrid(clues.map(({ fence }) => fence));
    this.policy = compilePolicy(hunt.recommend, this.orders);
  }

  /** A clue's place in the file; -1 for one that is not in it. */
  orderOf(clue: string): number {
    return this.orders.get(clue) ?? -1;
  }

  /** The slots a memory has given to the clues of this version. */
  slotsOf(slots: ReadonlyMap<string, number>): SlotTable {
    const known = this.slots;
    if (known?.of === slots && known.size === slots.size) return known;
    const { clues } = this.hunt;
    const slotOf = new Int32Array(clues.length).fill(-1);
    const orderOf = new Int32Array(slots.size).fill(-1);
    let isWhole = true;
    clues.forEach(({ id }, order) => {
      const slot = slots.get(id);
      if (slot === undefined) isWhole = false;
      else {
        slotOf[order] = slot;
        orderOf[slot] = order;
      }
    });
    this.slots = { of: slots, size: slots.size, slotOf, orderOf, isWhole };
    return this.slots;
  }

  /**
   * Whole metres from a spot to a clue, straight through the earth: they rank as those over it do
   * and differ from them by a millionth at 30 km. NaN for a clue without a place.
   */
  chordFrom(here: Spot, order: number): number {
    const x = here.x - (this.x[order] as number);
    const y = here.y - (this.y[order] as number);
    const z = here.z - (this.z[order] as number);
    return Math.round(EARTH_RADIUS_M * Math.sqrt(x * x + y * y + z * z));
  }

  /** Metres from a spot to a clue, by G1 within a millimetre; below 0 for one without a place. */
  metresFrom(here: Spot, order: number): number {
    const spot = this.spots[order];
    if (spot === undefined) return -1;
    const half = Math.sqrt(squaredChord(here, spot)) / 2;
    return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, half));
  }

  /**
   * The places nearest to the place that is nearest to this point, itself among them.
   * @param last the clue solved last, at whose place most teams are
   */
  around(point: Point, last: number | undefined): readonly number[] {
    const middle = this.isAt(point, last) ? last : this.grid.nearestTo(point, this.spots);
    if (middle === undefined) return NOTHING;
    const known = this.neighbours[middle];
    if (known !== undefined) return known;
    const near = nearestOrders(this.spots[middle] as Spot, this.spots, RECOMMEND_LIMITS.nearest);
    this.neighbours[middle] = near;
    return near;
  }

  private isAt({ lat, lon }: Point, order: number | undefined): order is number {
    const fence = order === undefined ? undefined : this.hunt.clues[order]?.fence;
    if (fence === undefined) return false;
    return Math.abs(fence.lat - lat) < METRE_DEGREES && Math.abs(fence.lon - lon) < METRE_DEGREES;
  }
}

const NOTHING: readonly number[] = [];
/** Positions are kept to a metre. */
const METRE_DEGREES = 1.1e-5;

/** Made at the first question about a version, and gone with it. */
const atlases = new WeakMap<CompiledHunt, ClueAtlas>();

export function atlasOf(hunt: CompiledHunt): ClueAtlas {
  let atlas = atlases.get(hunt);
  if (atlas === undefined) {
    atlas = new ClueAtlas(hunt);
    atlases.set(hunt, atlas);
  }
  return atlas;
}
