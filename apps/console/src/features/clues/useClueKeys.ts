'use client';
/** The keys of the list of clues. j, k and Enter are those of every list. */
import { type RefObject, useEffect, useRef } from 'react';
import { isInDialog, isTyping } from '../../ui/isTyping';
import { useListKeys } from '../../ui/useListKeys';
import type { ClueActs } from './useClueActs';

interface ClueKeysOptions {
  readonly acts: ClueActs;
  readonly list: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
}

export function useClueKeys({ acts, list, isOpen }: ClueKeysOptions): void {
  const latest = useRef({ acts, isOpen });
  useEffect(() => {
    latest.current = { acts, isOpen };
  });
  useListKeys(list, {});
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isInDialog(event) || event.defaultPrevented) return;
      const act = actOf(event, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

interface Latest {
  readonly acts: ClueActs;
  readonly isOpen: boolean;
}

function actOf(event: KeyboardEvent, { acts, isOpen }: Latest): (() => void) | undefined {
  if (event.key === 'Escape') {
    // From a field of the editor the first Esc only leaves the field.
    if (isTyping(event)) return leaveField;
    if (isOpen) return acts.close;
    return acts.selected.size > 0 ? acts.clear : undefined;
  }
  if (isTyping(event) || event.metaKey || event.ctrlKey) return undefined;
  if (event.altKey) return MOVES[event.key] && (() => acts.move(MOVES[event.key] ?? 1));
  return {
    n: acts.add,
    d: acts.duplicate,
    x: () => acts.toggle(),
    a: acts.selectAll,
    Delete: acts.remove,
  }[event.key];
}

const MOVES: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowUp: -1 };

function leaveField(): void {
  const field = document.activeElement;
  if (field instanceof HTMLElement) field.blur();
}
