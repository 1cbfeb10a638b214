/** What stood where a draft is changed, for the audit log. */
import type { DraftPatch, Edit } from '@trove/contracts';
import { Pointer } from 'rfc6902';
import { applyTo } from '../../features/draft/patched';

export interface Stood {
  readonly path: string;
  /** Absent where nothing stood. */
  readonly value?: unknown;
}

/** Of each operation, in their order, what stood at its place when its turn came. */
export function valuesBefore(file: unknown, patch: DraftPatch): Stood[] {
  const copy: unknown = structuredClone(file);
  return patch.map((operation) => {
    const path = operation.op === 'move' ? operation.from : operation.path;
    const { parent, value } = Pointer.fromJSON(path).evaluate(copy);
    // What is added to a list moves the others on and takes nobody's place.
    const isBetween = operation.op === 'add' && Array.isArray(parent);
    const stood =
      isBetween || value === undefined ? { path } : { path, value: structuredClone(value) };
    applyTo(copy, structuredClone([operation]));
    return stood;
  });
}

/** The part of the text that an edit takes out. */
export function textBefore(text: string, { line, column, length }: Edit): string {
  return (text.split('\n')[line - 1] ?? '').slice(column - 1, column - 1 + length);
}
