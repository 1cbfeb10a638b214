/** What is out of the way until it is asked for; the mark says that there is more. */
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface FoldProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly onOpen?: () => void;
}

export function Fold({ title, children, className, onOpen }: FoldProps) {
  return (
    <details className="group" onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}>
      <summary
        className={clsx('flex min-h-12 cursor-pointer list-none items-center gap-1', className)}
      >
        <ChevronRight
          aria-hidden="true"
          className="shrink-0 text-muted transition-transform group-open:rotate-90"
          size={20}
        />
        <span>{title}</span>
      </summary>
      {children}
    </details>
  );
}
