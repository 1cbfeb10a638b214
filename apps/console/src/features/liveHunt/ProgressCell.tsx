/** One team at one clue: a mark, and how often it went wrong. */
import type { KeyboardEvent } from 'react';
import { Glyph } from '../../ui/Glyph';
import type { ClueCell } from './answers';
import { CELL_LOOKS, wordsOfCell } from './cellWords';

interface ProgressCellProps {
  readonly cell: ClueCell;
  /** Who and which clue. */
  readonly label: string;
  /** Row and column, for the keys to find it. */
  readonly at: string;
  /** The one cell of the grid that Tab reaches. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  /** Leads to other cells. */
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onOpen: () => void;
}

export function ProgressCell(props: ProgressCellProps) {
  const { cell, label, at, isCurrent, onFocus, onKey, onOpen } = props;
  const { shape, hue } = CELL_LOOKS[cell.status];
  const words = wordsOfCell(cell, Date.now());
  return (
    <td className="p-0 text-center">
      <button
        aria-label={`${label}: ${words}`}
        className={
          'relative inline-flex size-8 items-center justify-center rounded-md hover:bg-raised'
        }
        data-at={at}
        onClick={onOpen}
        onFocus={onFocus}
        onKeyDown={onKey}
        tabIndex={isCurrent ? 0 : -1}
        title={words}
        type="button"
      >
        {shape === undefined ? (
          <span className="text-muted">·</span>
        ) : (
          <Glyph hue={hue} shape={shape} size={12} />
        )}
        {cell.wrong > 0 && (
          <span className="figures absolute top-0 right-0.5 text-[10px] text-bad">
            {cell.wrong}
          </span>
        )}
        {cell.hints.length > 0 && (
          <span className="absolute right-0.5 bottom-0 text-[10px] text-doubt">h</span>
        )}
      </button>
    </td>
  );
}
