'use client';
/** The acts of a clue, in the bar under the thumb: wherever its page is scrolled to. */
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

export function Acts({ children }: { readonly children: ReactNode }) {
  const [bar, setBar] = useState<HTMLElement | null>(null);
  useEffect(() => {
    setBar(document.getElementById('play-acts'));
  }, []);
  if (bar === null) return null;
  return createPortal(<div className="flex gap-2 pb-1 *:flex-1">{children}</div>, bar);
}
