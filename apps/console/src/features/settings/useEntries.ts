'use client';
/** Adds entries to a list of the draft and takes them out; an empty list goes with its last. */
import { useDraft } from '../draft/DraftProvider';
import { pointerOf } from '../draft/pathOf';
import { type Steps, useSet } from '../draft/useSet';

export function useEntries(steps: Steps, count: number) {
  const { edit } = useDraft();
  const set = useSet();
  return {
    add: (entry: unknown) => {
      if (count === 0) set({ steps, value: [entry] });
      else edit([{ op: 'add', path: pointerOf(...steps, '-'), value: entry }]);
    },
    remove: (index: number) => {
      if (count === 1) set({ steps, value: undefined });
      else edit([{ op: 'remove', path: pointerOf(...steps, index) }]);
    },
  };
}
