/** What is told of a refused event, as text for a terminal. */
import type { RefusedEvent } from '@trove/contracts';
import { textTable } from '../textTable.js';

export function refusedText({ refusedAt, ...refused }: RefusedEvent): string {
  const facts = [...Object.entries(refused), ['refused', new Date(refusedAt).toISOString()]];
  return textTable(facts.map(([name, value]) => [String(name), String(value)]));
}
