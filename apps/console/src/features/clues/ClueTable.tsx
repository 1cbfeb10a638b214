'use client';
/** The clues in the order of the file; on a phone, or beside the editor, as a list. */
import clsx from 'clsx';
import { memo, type RefObject, useMemo } from 'react';
import { useDraft } from '../draft/DraftProvider';
import type { DraftClue } from '../draft/draftHunt';
import { ClueRow, type RowFindings } from './ClueRow';
import { type ClueNames, clueNames } from './clueNames';
import { neededOf, neededWords } from './clueParts';

interface ClueTableProps {
  readonly clues: readonly DraftClue[];
  readonly list: RefObject<HTMLTableElement | null>;
  readonly opened: number | undefined;
  readonly selected: ReadonlySet<number>;
  readonly isNarrow: boolean;
  readonly onOpen: (index: number) => void;
  readonly onSelect: (index: number) => void;
}

export function ClueTable(props: ClueTableProps) {
  const { clues, list, opened, selected, isNarrow, onOpen, onSelect } = props;
  const findings = useRowFindings();
  const names = useMemo(() => clueNames(clues), [clues]);
  if (clues.length === 0) return null;
  const wide = clsx('hidden px-2 py-1 text-left font-normal', isNarrow ? '' : 'md:table-cell');
  return (
    <table className="w-full" ref={list}>
      <caption className="sr-only">Clues</caption>
      <thead className="text-[13px] text-muted">
        <tr>
          <th className="w-8 px-2 py-1" scope="col">
            <span className="sr-only">selected</span>
          </th>
          <th className="px-2 py-1 text-left font-normal" scope="col">
            clue
          </th>
          <th className={wide} scope="col">
            found
          </th>
          <th className={wide} scope="col">
            requires
          </th>
          <th className={wide} scope="col">
            open
          </th>
          <th className="px-2 py-1 text-right font-normal" scope="col">
            points
          </th>
        </tr>
      </thead>
      <tbody>
        {clues.map((clue, index) => (
          <Row
            clue={clue}
            findings={findings.get(index)}
            index={index}
            isNarrow={isNarrow}
            isOpen={index === opened}
            isSelected={selected.has(index)}
            // biome-ignore lint/suspicious/noArrayIndexKey: ids of a draft may be missing or twice.
            key={index}
            needs={needsWords(clue, names)}
            onOpen={onOpen}
            onSelect={onSelect}
          />
        ))}
      </tbody>
    </table>
  );
}

/** A row is drawn anew only when something of it has changed, so that long lists stay quick. */
const Row = memo(ClueRow, (before, after) => {
  const { onOpen: _, onSelect: __, ...one } = before;
  const { onOpen: ___, onSelect: ____, ...other } = after;
  return Object.entries(one).every(([name, value]) => Object.is(value, other[name as 'clue']));
});

function needsWords(clue: DraftClue, names: ClueNames): string {
  if (clue.locked === true) return 'a rule';
  const needed = neededOf(clue);
  const [first, ...others] = needed?.ids ?? [];
  if (needed === undefined || first === undefined) return '';
  return others.length === 0 ? names.nameOf(first) : neededWords(needed);
}

function useRowFindings(): ReadonlyMap<number, RowFindings> {
  const { findings } = useDraft().draft;
  return useMemo(() => {
    const rows = new Map<number, RowFindings>();
    for (const { path, severity } of findings) {
      const index = Number(/^clues\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);
      if (Number.isNaN(index)) continue;
      if (severity === 'error' || !rows.has(index)) rows.set(index, severity);
    }
    return rows;
  }, [findings]);
}
