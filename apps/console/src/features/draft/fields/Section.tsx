/** A part of a form, under a heading of its own. */
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, note, tools, children }: SectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-x-3">
        <h3 className="text-[13px] font-medium">{title}</h3>
        {note !== undefined && <span className="text-[13px] text-muted">{note}</span>}
        {tools !== undefined && <span className="ml-auto flex gap-1">{tools}</span>}
      </div>
      {children}
    </section>
  );
}
