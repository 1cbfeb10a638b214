/** Where the focus is in the list of clues, and how it gets there once a change is drawn. */
import type { RefObject } from 'react';

/** Index of the clue whose row has the focus. */
export function rowInFocus(list: HTMLElement | null): number | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-clue]');
  if (!row || !list?.contains(row)) return undefined;
  return Number(row.dataset['clue']);
}

export function focusRow(list: RefObject<HTMLElement | null>, index: number): void {
  afterDrawing(() => {
    list.current?.querySelector<HTMLElement>(`[data-clue="${index}"] [data-row]`)?.focus();
  });
}

export function focusSoon(selector: string): void {
  afterDrawing(() => {
    const field = document.querySelector<HTMLInputElement>(selector);
    field?.focus();
    field?.select?.();
  });
}

/** The next frame may still be the one before the change. */
function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
