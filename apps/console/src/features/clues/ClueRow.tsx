'use client';
/** One clue of the list: what it is, how it is found, what opens it, what it brings. */
import type { Finding } from '@trove/contracts';
import clsx from 'clsx';
import { type DraftClue, textOf } from '../draft/draftHunt';
import { useZone } from '../draft/fields/useZone';
import { wallTimeOf } from '../draft/fields/zonedTime';
import { KIND_WORDS, kindOf } from './clueParts';

/** The worst that is said of a clue. */
export type RowFindings = Finding['severity'];

interface ClueRowProps {
  readonly clue: DraftClue;
  readonly index: number;
  readonly findings: RowFindings | undefined;
  /** What opens it, in words; empty where it is open at once. */
  readonly needs: string;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly isNarrow: boolean;
  readonly onOpen: (index: number) => void;
  readonly onSelect: (index: number) => void;
}

export function ClueRow(props: ClueRowProps) {
  const { clue, index, findings, needs, isOpen, isSelected, isNarrow, onOpen, onSelect } = props;
  const kind = kindOf(clue);
  const title = textOf(clue.title) || textOf(clue.id) || 'without a title';
  const wide = clsx('hidden px-2 py-1.5 text-[13px] text-muted', !isNarrow && 'md:table-cell');
  return (
    <tr
      className={clsx('border-t border-line', isOpen && 'bg-raised', isSelected && 'bg-raised')}
      data-clue={index}
    >
      <SelectCell index={index} isSelected={isSelected} onSelect={onSelect} title={title} />
      <th
        className={clsx(
          'w-full max-w-0 px-2 py-1.5 text-left font-normal',
          !isNarrow && 'md:w-2/5',
        )}
        scope="row"
      >
        <button
          aria-expanded={isOpen}
          className="block w-full truncate text-left hover:underline"
          data-row=""
          onClick={() => onOpen(index)}
          type="button"
        >
          <FindingMark worst={findings} />
          <span dir="auto">{title}</span>
        </button>
        <span className="figures block truncate text-[12px] text-muted">
          {textOf(clue.id)}
          <span className={clsx(!isNarrow && 'md:hidden')}> · {kind ?? 'not found'}</span>
          {needs !== '' && <span className={clsx(!isNarrow && 'md:hidden')}> · after {needs}</span>}
        </span>
      </th>
      <td className={clsx(wide, 'whitespace-nowrap')}>
        {kind ? KIND_WORDS[kind] : <span className="text-bad">not said</span>}
      </td>
      <td className={clsx(wide, 'max-w-40 truncate')} dir="auto" title={needs}>
        {needs}
      </td>
      <td className={clsx(wide, 'figures whitespace-nowrap')}>
        <WindowText clue={clue} />
      </td>
      <td className="figures px-2 py-1.5 text-right align-top">
        {textOf(clue.points)}
        {hasBonus(clue) && (
          <span className="text-muted" title="Its points depend on when it is solved">
            *
          </span>
        )}
      </td>
    </tr>
  );
}

interface SelectCellProps extends Pick<ClueRowProps, 'index' | 'isSelected' | 'onSelect'> {
  readonly title: string;
}

function SelectCell({ index, isSelected, onSelect, title }: SelectCellProps) {
  return (
    <td className="px-2 py-1.5 align-top">
      <input
        aria-label={`Select ${title}`}
        checked={isSelected}
        className="mt-1 accent-accent"
        onChange={() => onSelect(index)}
        type="checkbox"
      />
    </td>
  );
}

function FindingMark({ worst }: { readonly worst: RowFindings | undefined }) {
  if (worst === undefined) return null;
  const isError = worst === 'error';
  return (
    <span className={isError ? 'text-bad' : 'text-doubt'}>
      <span aria-hidden="true">{isError ? '■ ' : '▲ '}</span>
      <span className="sr-only">{isError ? 'Has a mistake: ' : 'Doubtful: '}</span>
    </span>
  );
}

function WindowText({ clue }: { readonly clue: DraftClue }) {
  const { zone } = useZone();
  const [opens, closes] = [clue.opens, clue.closes].map((time) => {
    return time === undefined ? undefined : shortOf(wallTimeOf(String(time), zone));
  });
  if (opens === undefined && closes === undefined) return null;
  return (
    <span suppressHydrationWarning>
      {opens ?? ''} – {closes ?? ''}
    </span>
  );
}

/** 03-14 13:00. */
function shortOf(wall: string | undefined): string {
  return wall === undefined ? '?' : wall.slice(5, 16).replace('T', ' ');
}

function hasBonus({ decay, firstFinders, timeBonus }: DraftClue): boolean {
  return decay !== undefined || firstFinders !== undefined || timeBonus !== undefined;
}
