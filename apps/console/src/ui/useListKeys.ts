'use client';
/** j and k walk a list, Enter opens the row, Esc closes it. Typing in a field is left alone. */
import { useEffect, useState } from 'react';
import { isTyping } from './isTyping';

export interface ListKeys {
  /** Row the keys stand on; -1 before the first key. */
  readonly at: number;
  readonly moveTo: (index: number) => void;
}

interface ListKeysOptions {
  readonly count: number;
  readonly onOpen: (index: number) => void;
  readonly onClose: () => void;
  readonly isActive?: boolean;
}

export function useListKeys({ count, onOpen, onClose, isActive = true }: ListKeysOptions) {
  const [at, setAt] = useState(-1);
  useEffect(() => {
    if (!isActive) return;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'j') setAt((index) => Math.min(count - 1, index + 1));
      else if (event.key === 'k') setAt((index) => Math.max(0, index - 1));
      else if (event.key === 'Escape') onClose();
      else if (event.key === 'Enter' && at >= 0 && !isOnControl(event)) onOpen(at);
      else return;
      if (event.key !== 'Escape') event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [at, count, onOpen, onClose, isActive]);
  return { at, moveTo: setAt } satisfies ListKeys;
}

function isOnControl(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null;
}
