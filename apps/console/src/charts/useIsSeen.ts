'use client';
/** Whether an element is on the screen or about to come there. */
import { type RefObject, useEffect, useState } from 'react';

/** What is this near is drawn already when somebody scrolls to it. */
const NEAR = '300px 0px';

/** True until the browser has said otherwise. */
export function useIsSeen(place: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (changes) => setSeen(changes.at(-1)?.isIntersecting ?? true),
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return isSeen;
}
