/**
 * Columns outlive the chunk they were read for: they go from a draft to its change, and from there
 * to the memory that the change was applied to, where the next draft finds them. Whoever takes them
 * has them alone, so those of a decision that is never applied are gone with it.
 */
import type { ClueTable } from './clueTable.js';
import type { HuntMemory, MemoryChange } from './huntMemory.js';

type Holder = HuntMemory | MemoryChange;

const tables = new WeakMap<Holder, ClueTable>();

export function keepTable(holder: Holder, table: ClueTable | undefined): void {
  if (table !== undefined) tables.set(holder, table);
}

export function takeTable(holder: Holder): ClueTable | undefined {
  const table = tables.get(holder);
  if (table !== undefined) tables.delete(holder);
  return table;
}
