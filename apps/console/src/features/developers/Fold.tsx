'use client';
/** Something that is made when it is opened: a document has more in it than one looks at. */
import { type ReactNode, useState } from 'react';

interface FoldProps {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly children: () => ReactNode;
}

export function Fold({ summary, className, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer">{summary}</summary>
      {isOpen && <div className="pt-2">{children()}</div>}
    </details>
  );
}
