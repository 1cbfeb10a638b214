'use client';
/** Teams by clue: a grid that the arrow keys walk through; Enter opens a cell. */
import Link from 'next/link';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formatCount } from '../../format/numbers';
import { useScopedHref } from '../frame/useScopedHref';
import type { ClueHead, ProgressAnswer, ProgressRow } from './answers';
import { type GridPlace, gridMove } from './gridMove';
import { ProgressCell } from './ProgressCell';

interface ProgressGridProps {
  readonly slug: string;
  readonly progress: ProgressAnswer;
  readonly onOpen: (row: ProgressRow, clue: ClueHead) => void;
}

export function ProgressGrid({ slug, progress, onOpen }: ProgressGridProps) {
  const { clues, rows } = progress;
  const [at, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const size = { rows: rows.length, columns: clues.length };
    const to = gridMove(event.key, at, size);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setAt(to);
    const cell = grid.current?.querySelector<HTMLElement>(`[data-at="${to.row}:${to.column}"]`);
    cell?.focus();
  };
  return (
    <table aria-label="Teams by clue" className="border-collapse" ref={grid}>
      <ClueTitles clues={clues} />
      <tbody>
        {rows.map((row, i) => (
          <tr className="border-t border-line hover:bg-raised" key={row.team}>
            <TeamHead row={row} slug={slug} />
            <td className="figures px-2 text-right">{formatCount(row.score)}</td>
            {row.cells.map((cell, column) => (
              <ProgressCell
                at={`${i}:${column}`}
                cell={cell}
                isCurrent={at.row === i && at.column === column}
                key={cell.clue}
                label={`${row.name ?? row.team}, ${clues[column]?.title ?? cell.clue}`}
                onFocus={() => setAt({ row: i, column })}
                onKey={onKey}
                onOpen={() => {
                  const clue = clues[column];
                  if (clue) onOpen(row, clue);
                }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ClueTitles({ clues }: { readonly clues: readonly ClueHead[] }) {
  return (
    <thead>
      <tr>
        <th
          className="sticky left-0 z-10 bg-panel px-2 text-left text-[13px] font-normal"
          scope="col"
        >
          team
        </th>
        <th className="px-2 text-right text-[13px] font-normal text-muted" scope="col">
          points
        </th>
        {clues.map(({ id, title }) => (
          <th
            className="h-36 px-0 pb-1 align-bottom font-normal"
            key={id}
            scope="col"
            title={title}
          >
            <span
              className={
                'mx-auto block max-h-36 w-7 rotate-180 truncate text-left text-[13px] ' +
                '[writing-mode:vertical-rl]'
              }
            >
              {title}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function TeamHead({ row, slug }: { readonly row: ProgressRow; readonly slug: string }) {
  const hrefTo = useScopedHref();
  const { team, name, status, solved, cells } = row;
  return (
    <th
      className="sticky left-0 z-10 max-w-36 bg-panel px-2 py-1 text-left font-normal md:max-w-52"
      scope="row"
    >
      <Link
        className="block truncate hover:underline"
        href={hrefTo(`/hunts/${slug}/live/teams/${encodeURIComponent(team)}`)}
        title={team}
      >
        {name ?? team}
      </Link>
      <span className="block text-[13px] text-muted">
        {solved} of {cells.length}
        {status !== 'playing' && <span className="text-doubt"> · {status}</span>}
      </span>
    </th>
  );
}
