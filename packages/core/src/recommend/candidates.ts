/** Which clues are ranked: all of a usual hunt, the likely ones of a large one. */
import type { Chosen, ClueTable } from './clueTable.js';
import { sizeOf, slotAt } from './coVisits.js';
import type { Trail } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { rankedWhole, inFileOrder, inFileOrderWide, companionsOf } = RECOMMEND_LIMITS;

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
export function likelyClues({ table, trail, hottest }: Likely): readonly number[] {
  const chosen = table.choose();
  const last = table.orderOf[trail.recent[0] ?? -1];
  const near = trail.at === undefined ? [] : table.atlas.around(trail.at, last);
  for (const order of near) chosen.add(order);
  addCompanions(chosen, table, trail);
  for (const slot of hottest) chosen.add(table.orderOf[slot] ?? -1);
  const { pins, boosted } = table.atlas.policy;
  for (const order of boosted) chosen.add(order);
  for (const order of pins) chosen.add(order);
  addNext(chosen, table, { trail, count: inFileOrder });
  return chosen.orders;
}

/** The same with many more of those that come next in the file. */
export function moreClues(table: ClueTable, trail: Trail): readonly number[] {
  addNext(table.chosen, table, { trail, count: inFileOrderWide });
  return table.chosen.orders;
}

/** What was visited together with the last ones: what is further back speaks only for its score. */
function addCompanions(chosen: Chosen, table: ClueTable, { recent }: Trail): void {
  for (let age = 0; age < recent.length && age < companionsOf; age += 1) {
    const visits = table.coVisitsOf(recent[age] as number);
    if (visits === undefined) continue;
    const size = sizeOf(visits);
    for (let i = 0; i < size; i += 1) chosen.add(table.orderOf[slotAt(visits, i)] ?? -1);
  }
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
