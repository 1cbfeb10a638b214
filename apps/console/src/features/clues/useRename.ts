'use client';
/** Gives a clue another id, and takes along what requires it. */
import { useDraft } from '../draft/DraftProvider';
import type { DraftClue } from '../draft/draftHunt';
import { renameClue } from './clueEdits';

export function useRename(clues: readonly DraftClue[], index: number): (id: string) => void {
  const { edit } = useDraft();
  return (id) => edit(renameClue(clues, index, id));
}
