'use client';
/** The audit log, newest first: who did what to what, with what it was before and is after. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { JsonBlock } from '../../ui/JsonBlock';
import { Panel } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { useListKeys } from '../../ui/useListKeys';
import type { AuditAnswer, AuditEntryView } from './answers';

const EMPTY = { is: 'empty', says: 'Nothing was changed yet. What is will stand here.' } as const;

export function AuditPanel() {
  const [subject, setSubject] = useState('');
  const [open, setOpen] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, { onClose: () => setOpen(undefined) });
  const query = useInfiniteQuery({
    queryKey: ['audit', subject],
    queryFn: ({ pageParam }) =>
      fetchJson<AuditAnswer>('/api/audit', {
        ...(subject === '' ? {} : { subject }),
        ...(pageParam === '' ? {} : { before: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ entries, isWhole }) => (isWhole ? undefined : entries.at(-1)?.id),
  });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const state = panelStateOf(query, () => (entries.length > 0 ? undefined : EMPTY));
  return (
    <Panel state={state} title="Who changed what">
      <div className="flex flex-col gap-2">
        <Field
          hint="As hunt:harbour-night, draft:harbour-night or user:…"
          label="Only of"
          name="audit-subject"
          onChange={({ target }) => setSubject(target.value.trim())}
          value={subject}
        />
        <ul className="m-0 list-none p-0" ref={list}>
          {entries.map((entry) => (
            <AuditRow
              entry={entry}
              isOpen={entry.id === open}
              key={entry.id}
              onToggle={() => setOpen(entry.id === open ? undefined : entry.id)}
            />
          ))}
        </ul>
        {query.hasNextPage && (
          <span>
            <Button disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
              Older ones
            </Button>
          </span>
        )}
      </div>
    </Panel>
  );
}

interface AuditRowProps {
  readonly entry: AuditEntryView;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function AuditRow({ entry, isOpen, onToggle }: AuditRowProps) {
  const { at, name, act, subject, before, after } = entry;
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        aria-expanded={isOpen}
        className="flex w-full flex-wrap gap-x-4 gap-y-0.5 px-1 py-2 text-left hover:bg-raised"
        data-row=""
        onClick={onToggle}
        type="button"
      >
        <TimeText ms={Date.parse(at)} />
        <span className="break-all">{name}</span>
        <span>{act.replaceAll('-', ' ')}</span>
        <span className="figures break-all text-muted">{subject}</span>
      </button>
      {isOpen && (
        <div className="grid gap-2 pb-3 md:grid-cols-2">
          <JsonBlock title="Before" value={before ?? null} />
          <JsonBlock title="After" value={after ?? null} />
        </div>
      )}
    </li>
  );
}
