'use client';
/** Whether an element is on the screen, about to come there, or about to be printed. */
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** What is this near is drawn already when somebody scrolls to it. */
const NEAR = '300px 0px';

/** True until the browser has said otherwise. */
export function useIsSeen(place: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let isNear = true;
    const observer = new IntersectionObserver(
      (changes) => {
        isNear = changes.at(-1)?.isIntersecting ?? true;
        setSeen(isNear);
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    // The browser prints what stands there when the listener returns.
    const beforePrint = () => flushSync(() => setSeen(true));
    const afterPrint = () => setSeen(isNear);
    window.addEventListener('beforeprint', beforePrint);
    window.addEventListener('afterprint', afterPrint);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', beforePrint);
      window.removeEventListener('afterprint', afterPrint);
    };
  }, [place]);
  return isSeen;
}
