'use client';
/**
 * j and k move the focus through the rows of a list, so that Enter does what a click would; Esc
 * closes what is open. Typing in a field is left alone.
 */
import { type RefObject, useEffect } from 'react';
import { isTyping } from './isTyping';

interface ListKeysOptions {
  readonly onClose?: () => void;
  readonly isActive?: boolean;
}

/** `list` holds the rows: whatever in it has `data-row` and can take the focus. */
export function useListKeys(list: RefObject<HTMLElement | null>, options: ListKeysOptions): void {
  const { onClose, isActive = true } = options;
  useEffect(() => {
    if (!isActive) return;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'Escape') onClose?.();
      if (event.key !== 'j' && event.key !== 'k') return;
      moveFocus(list.current, event.key === 'j' ? 1 : -1);
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [list, onClose, isActive]);
}

function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step));
  rows[next]?.focus();
}
