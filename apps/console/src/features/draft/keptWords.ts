/** Changes in words a designer recognises: where they were made, and what was written there. */
import type { DraftPatch } from '@trove/contracts';
import { textOf } from './draftHunt';

export interface KeptWords {
  readonly path: string;
  readonly says: string;
}

/** One row a place; of several changes of one place the last is what its writer wants. */
export function keptWords(patch: DraftPatch): readonly KeptWords[] {
  const rows = new Map(patch.map((operation) => [operation.path, wordsOf(operation)]));
  return [...rows].map(([path, says]) => ({ path, says }));
}

function wordsOf(operation: DraftPatch[number]): string {
  if (operation.op === 'remove') return 'taken out';
  return operation.op === 'move' ? `moved here from ${operation.from}` : textOf(operation.value);
}
