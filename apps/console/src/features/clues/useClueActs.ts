'use client';
/**
 * What can be done with the clues of a draft, by keys and by buttons: every act leaves the focus
 * where the next one begins, and can be undone.
 */
import { type RefObject, useState } from 'react';
import { useDraft } from '../draft/DraftProvider';
import type { DraftClue } from '../draft/draftHunt';
import {
  addClue,
  type BulkChange,
  changeClues,
  duplicateClue,
  moveClue,
  removeClues,
} from './clueEdits';
import { focusRow, focusSoon, rowInFocus } from './rowFocus';

interface ClueActsOptions {
  readonly clues: readonly DraftClue[];
  readonly list: RefObject<HTMLElement | null>;
  readonly opened: number | undefined;
  readonly open: (index: number | undefined) => void;
}

export type ClueActs = ReturnType<typeof useClueActs>;

export function useClueActs({ clues, list, opened, open }: ClueActsOptions) {
  const { edit } = useDraft();
  const [selected, setSelected] = useState<ReadonlySet<number>>(NONE);
  /** The clue an act is about: the row in focus, else the one that is open. */
  const current = () => rowInFocus(list.current) ?? opened;
  const openClue = (index: number) => {
    open(index);
    focusSoon('[data-first]');
  };
  const remove = (indices: readonly number[]) => {
    edit(removeClues(indices));
    setSelected(NONE);
    open(undefined);
    focusRow(list, Math.min(...indices, clues.length - indices.length - 1));
  };
  return {
    selected,
    openClue,
    close: () => {
      open(undefined);
      if (opened !== undefined) focusRow(list, opened);
    },
    add: () => {
      const at = (current() ?? clues.length - 1) + 1;
      edit(addClue(clues, at));
      setSelected(NONE);
      openClue(at);
    },
    duplicate: () => {
      const at = current();
      if (at === undefined) return;
      edit(duplicateClue(clues, at));
      setSelected(NONE);
      if (opened === undefined) focusRow(list, at + 1);
      else openClue(at + 1);
    },
    remove: () => {
      const at = current();
      if (selected.size > 0) remove([...selected]);
      else if (at !== undefined) remove([at]);
    },
    move: (step: 1 | -1) => {
      const at = current();
      const patch = at === undefined ? [] : moveClue(clues, at, step);
      if (at === undefined || patch.length === 0) return;
      edit(patch);
      setSelected(NONE);
      if (opened === at) open(at + step);
      focusRow(list, at + step);
    },
    toggle: (index = current()) => {
      // A row may hold on to an act of an earlier drawing: what it adds to is what is selected now.
      if (index !== undefined) setSelected((before) => toggled(before, index));
    },
    selectAll: () => setSelected(selected.size === clues.length ? NONE : new Set(clues.keys())),
    clear: () => setSelected(NONE),
    change: (change: BulkChange) => edit(changeClues(clues, [...selected], change)),
  };
}

const NONE: ReadonlySet<number> = new Set();

function toggled(selected: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(selected);
  if (!next.delete(index)) next.add(index);
  return next;
}
