'use client';
/** A link within the page leads somewhere even where a search has put its end out of sight. */
import { useEffect, useRef } from 'react';

/**
 * @param isWhole whether all of the page is shown
 * @param showAll makes it so
 */
export function useAnchor(isWhole: boolean, showAll: () => void): void {
  const wanted = useRef<string>(undefined);
  const show = useRef(showAll);
  show.current = showAll;
  useEffect(() => {
    const follow = () => {
      wanted.current = decodeURIComponent(window.location.hash.slice(1));
      show.current();
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (!isWhole || wanted.current === undefined) return;
    document.getElementById(wanted.current)?.scrollIntoView();
    wanted.current = undefined;
  }, [isWhole]);
}
