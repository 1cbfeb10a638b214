/** One figure of a strip of them: its name, its value, and a word beside it. */
import clsx from 'clsx';
import type { ReactNode } from 'react';

/** The strip that figures stand in. */
export const STRIP =
  'm-0 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line ' +
  'sm:grid-cols-3 xl:grid-cols-6';

interface FigureProps {
  readonly name: string;
  readonly isDoubtful?: boolean;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

export function Figure({ name, isDoubtful = false, note, children }: FigureProps) {
  return (
    <div className="flex flex-col bg-panel px-4 py-2">
      <dt className="text-[13px] text-muted">{name}</dt>
      <dd className="m-0 flex items-baseline gap-2">
        <span
          className={clsx(
            'figures text-xl font-medium whitespace-nowrap',
            isDoubtful && 'text-doubt',
          )}
        >
          {isDoubtful && <span className="text-base">▲ </span>}
          {children}
        </span>
        <span className="truncate text-[13px] text-muted">{note}</span>
      </dd>
    </div>
  );
}
