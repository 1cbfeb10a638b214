/** All photos of the list, each with its team, its clue and how long it waits. */
import clsx from 'clsx';
import { formatMillis } from '../../format/numbers';
import type { PhotoClue, PhotoRow } from './answers';
import { keyOfPhoto } from './photoSteps';

interface PhotoListProps {
  readonly rows: readonly PhotoRow[];
  readonly clues: readonly PhotoClue[];
  readonly picked: number;
  readonly nowMs: number;
  readonly onPick: (at: number) => void;
}

export function PhotoList({ rows, clues, picked, nowMs, onPick }: PhotoListProps) {
  const titleOf = (id: string) => clues.find((clue) => clue.id === id)?.title ?? id;
  return (
    <ol
      aria-label="Photos in their turn"
      className="m-0 flex max-h-[70vh] list-none flex-col overflow-y-auto p-0"
    >
      {rows.map((row, at) => (
        <li className="border-t border-line first:border-t-0" key={keyOfPhoto(row)}>
          <button
            aria-current={at === picked ? 'true' : undefined}
            className={clsx(
              'flex w-full flex-col items-start gap-0.5 border-l-2 px-3 py-2 text-left',
              at === picked ? 'border-accent bg-raised' : 'border-transparent hover:bg-raised',
            )}
            onClick={() => onPick(at)}
            type="button"
          >
            <span className="flex w-full flex-wrap items-baseline gap-x-2">
              <span className="min-w-0 font-medium break-words">{row.name ?? row.team}</span>
              <span className="figures ml-auto text-[13px] text-muted">
                {formatMillis(waitedMs(nowMs - row.submittedMs))}
              </span>
            </span>
            <span className="min-w-0 text-[13px] break-words text-muted">
              {titleOf(row.clue)} <StatusWord status={row.status} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** In whole seconds: nobody judges by less. */
function waitedMs(ms: number): number {
  return Math.max(1, Math.round(ms / 1_000)) * 1_000;
}

/** In words, so that no hue stands alone. */
export function StatusWord({ status }: Pick<PhotoRow, 'status'>) {
  if (status === 'waiting') return null;
  const hue = { appealed: 'text-doubt', accepted: 'text-good', rejected: 'text-bad' }[status];
  return <span className={hue}>· {status}</span>;
}
