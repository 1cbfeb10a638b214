'use client';
/** Sets single fields of the draft; what is as it was makes no change, and so no step of undo. */
import { useDraft } from './DraftProvider';
import { setDeep } from './setDeep';

export type Steps = readonly (string | number)[];

/** One field's new value; undefined takes the field out. */
export interface FieldChange {
  readonly steps: Steps;
  readonly value: unknown;
}

export type SetField = (...changes: readonly FieldChange[]) => void;

/** Sets fields together, as one step of undo. */
export function useSet(): SetField {
  const { edit, value: draft } = useDraft();
  return (...changes) => edit(changes.flatMap(({ steps, value }) => setDeep(draft, steps, value)));
}
