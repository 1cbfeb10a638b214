'use client';
/**
 * The sittings at drafts, kept while other screens are looked at: what is not saved is there again
 * on coming back, and leaving the console with it is asked about.
 */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { DraftSession } from './draftSession';

/** By the name of the hunt. */
export type DraftShelf = Map<string, DraftSession>;

const Shelf = createContext<DraftShelf | undefined>(undefined);

export function DraftShelfProvider({ children }: { readonly children: ReactNode }) {
  const [shelf] = useState<DraftShelf>(() => new Map());
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if ([...shelf.values()].some(({ isAhead }) => isAhead)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [shelf]);
  return <Shelf value={shelf}>{children}</Shelf>;
}

export function useDraftShelf(): DraftShelf {
  const shelf = useContext(Shelf);
  if (!shelf) throw new Error('useDraftShelf needs a DraftShelfProvider around it');
  return shelf;
}
