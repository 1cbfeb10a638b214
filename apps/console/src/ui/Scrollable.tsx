/** A region that scrolls by itself; it takes the focus, so that keys can scroll it too. */
import type { ReactNode } from 'react';

interface ScrollableProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

export function Scrollable({ label, className, children }: ScrollableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus no key could scroll it.
    <section aria-label={label} className={`overflow-auto ${className}`} tabIndex={0}>
      {children}
    </section>
  );
}
