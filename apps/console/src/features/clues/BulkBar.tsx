'use client';
/** Changes points, windows and prerequisites of all selected clues at once. */
import clsx from 'clsx';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useMemo, useState } from 'react';
import { formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import type { DraftClue } from '../draft/draftHunt';
import { INPUT } from '../draft/fields/FieldFrame';
import { readNumber } from '../draft/fields/readNumber';
import { useZone } from '../draft/fields/useZone';
import { readWallTime } from '../draft/fields/zonedTime';
import { ClueNameList } from './ClueNameList';
import type { BulkChange } from './clueEdits';
import { type ClueNames, clueNames } from './clueNames';
import type { ClueActs } from './useClueActs';

type Field = BulkChange['field'];

const FIELDS: Readonly<Record<Field, string>> = {
  points: 'points',
  opens: 'opening',
  closes: 'closing',
  requires: 'prerequisite',
};

interface BulkBarProps {
  readonly acts: ClueActs;
  readonly clues: readonly DraftClue[];
}

export function BulkBar({ acts, clues }: BulkBarProps) {
  const { zone } = useZone();
  const [field, setField] = useState<Field>('points');
  const [text, setText] = useState('');
  const names = useMemo(() => clueNames(clues), [clues]);
  const change = bulkChange(field, text, { zone, names });
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (change) acts.change(change);
  };
  return (
    <form
      aria-label="Change the selected clues"
      className="mb-2 flex flex-wrap items-center gap-2 rounded-md bg-raised p-2 text-[13px]"
      onSubmit={apply}
    >
      <span>{formatNumberOf(acts.selected.size, 'clue')}:</span>
      <select
        aria-label="What to change"
        className={`${INPUT} max-w-32 border-line`}
        onChange={({ target }) => {
          setField(target.value as Field);
          setText('');
        }}
        value={field}
      >
        {Object.entries(FIELDS).map(([name, says]) => (
          <option key={name} value={name}>
            {says}
          </option>
        ))}
      </select>
      <input
        aria-label={`New ${FIELDS[field]}`}
        className={clsx(INPUT, field !== 'requires' && 'figures', 'max-w-52 border-line')}
        inputMode={field === 'points' ? 'numeric' : undefined}
        list={field === 'requires' ? 'bulk-clues' : undefined}
        onChange={({ target }) => setText(target.value)}
        placeholder={field === 'points' ? '10' : 'none'}
        step={1}
        type={field === 'opens' || field === 'closes' ? 'datetime-local' : 'text'}
        value={text}
      />
      <ClueNameList id="bulk-clues" names={names.all} />
      <Button disabled={change === undefined} tone="main" type="submit">
        {text === '' ? 'Take out' : 'Set'}
      </Button>
      <Button className="ml-auto" onClick={acts.remove} title="Delete">
        <Trash2 aria-hidden="true" size={14} /> Delete
      </Button>
      <Button onClick={acts.clear} title="Esc" tone="bare">
        Select none
      </Button>
    </form>
  );
}

interface Reading {
  readonly zone: string;
  readonly names: ClueNames;
}

/** Nothing where the text is no value of the field. */
function bulkChange(field: Field, text: string, reading: Reading): BulkChange | undefined {
  if (field === 'points') {
    const value = readNumber(text);
    return typeof value === 'number' ? { field, value } : undefined;
  }
  if (text === '') return { field, value: undefined };
  if (field === 'requires') {
    const value = reading.names.idOf(text);
    return value === undefined ? undefined : { field, value };
  }
  const read = readWallTime(text, reading.zone);
  return read && { field, value: read.text };
}
