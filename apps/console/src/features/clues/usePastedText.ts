'use client';
/** Text pasted onto the screen, outside of any field: a few rows of a spreadsheet. */
import { useEffect } from 'react';

export function usePastedText(onText: (text: string) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target } = event;
      const isField = target instanceof HTMLElement && target.closest('input, textarea, select');
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isField || text === '') return;
      event.preventDefault();
      onText(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [onText]);
}
