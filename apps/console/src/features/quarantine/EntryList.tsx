'use client';
/** Refused events as rows that open in place; j, k, Enter and Esc work on it. */
import type { QuarantineEntry } from '@trove/contracts';
import { useCallback, useRef, useState } from 'react';
import { wordsOfCode } from '../../live/outcomes';
import { Glyph } from '../../ui/Glyph';
import { TimeText } from '../../ui/TimeText';
import { useListKeys } from '../../ui/useListKeys';
import { EntryDetail } from './EntryDetail';
import { keyOfEntry } from './keyOfEntry';

interface EntryListProps {
  readonly entries: readonly QuarantineEntry[];
  readonly openKey?: string | null;
  readonly onOpen?: (key: string | null) => void;
}

const GRID =
  'grid w-full grid-cols-[auto_1fr] items-center gap-x-3 px-2 py-1 text-left hover:bg-raised ' +
  'focus-visible:bg-raised ' +
  '@4xl:grid-cols-[8rem_10rem_10rem_minmax(0,1fr)]';

export function EntryList({ entries, openKey: given, onOpen }: EntryListProps) {
  const [own, setOwn] = useState<string | null>(null);
  const openKey = onOpen ? given : own;
  const setOpen = onOpen ?? setOwn;
  const list = useRef<HTMLUListElement>(null);
  const toggle = (entry: QuarantineEntry) => {
    setOpen(keyOfEntry(entry) === openKey ? null : keyOfEntry(entry));
  };
  const close = useCallback(() => setOpen(null), [setOpen]);
  useListKeys(list, { onClose: close });
  return (
    <ul aria-label="Refused events" className="@container m-0 list-none p-0 text-[13px]" ref={list}>
      {entries.map((entry) => (
        <li className="border-t border-line first:border-t-0" key={keyOfEntry(entry)}>
          <button
            aria-expanded={keyOfEntry(entry) === openKey}
            className={GRID}
            data-row=""
            onClick={() => toggle(entry)}
            type="button"
          >
            <TimeText ms={entry.refusedAt} />
            <span className="flex items-center gap-1.5">
              <Glyph hue="--bad" shape="square" />
              {wordsOfCode(entry.code)}
            </span>
            <span className="hidden truncate text-muted @4xl:block">{entry.type || 'no type'}</span>
            <span className="col-span-2 truncate @4xl:col-span-1">
              {entry.path !== '' && <code className="text-bad">{entry.path}</code>} {entry.detail}
            </span>
          </button>
          {keyOfEntry(entry) === openKey && <EntryDetail entry={entry} />}
        </li>
      ))}
    </ul>
  );
}
