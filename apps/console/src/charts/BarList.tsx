/** Counts by word as bars, largest first; each row can be picked. Bars also read as a table. */
import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../format/numbers';

export interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  readonly count: number;
  /** In place of the count, where a bar has a unit. */
  readonly text?: string;
  readonly hint?: string;
}

interface BarListProps {
  readonly bars: readonly Bar[];
  /** Any CSS colour. */
  readonly colour: string;
  readonly onPick?: (key: string) => void;
}

export function BarList({ bars, colour, onPick }: BarListProps) {
  const largest = Math.max(1, ...bars.map((bar) => bar.count));
  const sum = bars.reduce((total, bar) => total + bar.count, 0) || 1;
  return (
    <ul className="m-0 flex list-none flex-col gap-0.5 p-0">
      {bars.map((bar) => (
        <li key={bar.key}>
          <BarRow colour={colour} onPick={onPick && (() => onPick(bar.key))}>
            <span
              aria-hidden="true"
              className="absolute inset-y-0.5 left-0 rounded-sm opacity-20"
              style={{ width: `${(bar.count / largest) * 100}%`, background: colour }}
            />
            <span className="relative min-w-0 truncate">{bar.label}</span>
            <span className="figures relative ml-auto" title={bar.hint ?? `${bar.count}`}>
              {bar.text ?? formatCount(bar.count)}
            </span>
            {bar.text === undefined && (
              <span className="figures relative w-16 text-right whitespace-nowrap text-muted">
                {formatShare(bar.count / sum)}
              </span>
            )}
          </BarRow>
        </li>
      ))}
    </ul>
  );
}

interface BarRowProps {
  readonly colour: string;
  readonly onPick?: () => void;
  readonly children: ReactNode;
}

function BarRow({ onPick, children }: BarRowProps) {
  const look = 'relative flex w-full items-center gap-2 rounded-sm px-1.5 py-1 text-left';
  if (!onPick) return <div className={look}>{children}</div>;
  return (
    <button className={`${look} hover:bg-raised`} onClick={onPick} type="button">
      {children}
    </button>
  );
}
