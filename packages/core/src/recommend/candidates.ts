/** Which clues are ranked: all of a usual hunt, the likely ones of a large one. */
import type { ClueTable } from './clueTable.js';
import type { Trail } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { rankedWhole, inFileOrder, inFileOrderWide } = RECOMMEND_LIMITS;

/** True when all clues of this hunt are ranked. */
export function isRankedWhole(clues: number): boolean {
  return clues <= rankedWhole;
}

export interface Likely {
  readonly table: ClueTable;
  readonly trail: Trail;
  /** Slots of the most popular clues. */
  readonly hottest: readonly number[];
}

/** The likely clues of a large hunt, by their places in the file, each once. */
export function likelyClues({ table, trail, hottest }: Likely): number[] {
  const chosen = new Chosen(table.hunt.clues.length);
  if (trail.at !== undefined) for (const order of table.atlas.around(trail.at)) chosen.add(order);
  for (const slot of table.companions.touched) chosen.add(table.orderOf[slot] ?? -1);
  for (const slot of hottest) chosen.add(table.orderOf[slot] ?? -1);
  for (const order of table.atlas.policy.boosts.keys()) chosen.add(order);
  addNext(chosen, table, { trail, count: inFileOrder });
  return chosen.orders;
}

/** The same with many more of those that come next in the file. */
export function moreClues(likely: readonly number[], table: ClueTable, trail: Trail): number[] {
  const chosen = new Chosen(table.hunt.clues.length);
  for (const order of likely) chosen.add(order);
  addNext(chosen, table, { trail, count: inFileOrderWide });
  return chosen.orders;
}

function addNext(
  chosen: Chosen,
  table: ClueTable,
  { trail, count }: { readonly trail: Trail; readonly count: number },
): void {
  const size = table.hunt.clues.length;
  const [last] = trail.recent;
  const from = last === undefined ? 0 : (table.orderOf[last] ?? -1) + 1;
  for (let i = 0; i < Math.min(count, size); i += 1) chosen.add((from + i) % size);
}

/** Orders, each once; a clue of an older version may be gone, and is left out. */
class Chosen {
  readonly orders: number[] = [];
  private readonly isIn: Uint8Array;

  constructor(size: number) {
    this.isIn = new Uint8Array(size);
  }

  add(order: number): void {
    if (order < 0 || this.isIn[order] === 1) return;
    this.isIn[order] = 1;
    this.orders.push(order);
  }
}
