/** The heading of one screen; the focus comes here when the screen changes. */
import type { ReactNode } from 'react';

export function Heading({ children }: { readonly children: ReactNode }) {
  return (
    <h2 className="m-0 text-xl font-semibold break-words" data-heading="" dir="auto" tabIndex={-1}>
      {children}
    </h2>
  );
}
