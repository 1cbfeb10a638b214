/** A region that scrolls by itself; it takes the focus, so that keys can scroll it too. */
import type { ReactNode } from 'react';

interface ScrollableProps {
  readonly label: string;
  readonly className: string;
  /** Pixels; else as the class says. */
  readonly maxHeight?: number;
  readonly children: ReactNode;
}

export function Scrollable({ label, className, maxHeight, children }: ScrollableProps) {
  return (
    <section
      aria-label={label}
      className={`overflow-auto ${className}`}
      style={{ maxHeight }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus no key could scroll it.
      tabIndex={0}
    >
      {children}
    </section>
  );
}
