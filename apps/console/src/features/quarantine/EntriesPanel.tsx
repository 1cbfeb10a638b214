'use client';
/** The entries of the filter, a page at a time. */
import { useQuery } from '@tanstack/react-query';
import type { QuarantineCause, QuarantineExtent } from '@trove/contracts';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { wordsOfCode } from '../../live/outcomes';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import type { EntriesAnswer } from './answers';
import { EntryList } from './EntryList';
import { ExportLink } from './ExportLink';
import { keyOfEntry } from './keyOfEntry';
import { ListActs } from './ListActs';
import { FROM_THE_START, useQuarantineFilter } from './useQuarantineFilter';

const REFRESH_MS = 3_000;

interface EntriesPanelProps {
  readonly cause: QuarantineCause | undefined;
  /** Entries of the filter, as far as they are counted, and what was counted. */
  readonly count: number;
  readonly extent: QuarantineExtent;
}

export function EntriesPanel({ cause, count, extent }: EntriesPanelProps) {
  const { filter, after, entry, paused, setValues } = useQuarantineFilter();
  const isMoving = !paused && after === null && entry === null;
  const query = useQuery({
    queryKey: ['quarantine', 'entries', filter, after],
    queryFn: () => fetchJson<EntriesAnswer>('/api/quarantine', { ...filter, after }),
    refetchInterval: isMoving ? REFRESH_MS : false,
    placeholderData: (before) => before,
  });
  const entries = query.data?.entries ?? [];
  const last = entries.at(-1);
  const state = panelStateOf(query, (data) =>
    data.entries.length > 0 ? undefined : { is: 'empty', says: 'Nothing more of this kind.' },
  );
  const canAct = filter.state === 'open' && count > 0 && query.data?.from === 'postgres';
  return (
    <>
      {canAct && <ListActs cause={cause} count={count} extent={extent} filter={filter} />}
      {!canAct && entries.length > 0 && <ExportLink filter={filter} />}
      <Panel
        note={after === null ? 'newest first' : 'older ones'}
        state={state}
        title={titleOf(filter.code, cause)}
        tools={
          <>
            {after !== null && (
              <Button onClick={() => void setValues(FROM_THE_START)}>Newest</Button>
            )}
            {query.data?.isCut && last && (
              <Button onClick={() => void setValues({ after: keyOfEntry(last), entry: null })}>
                Older
              </Button>
            )}
          </>
        }
      >
        <EntryList
          entries={entries}
          onOpen={(key) => void setValues({ entry: key })}
          openKey={entry}
        />
      </Panel>
    </>
  );
}

function titleOf(code: string | undefined, cause: QuarantineCause | undefined): string {
  const reason = cause?.code ?? code;
  return reason === undefined ? 'Refused events' : `Refused as ${wordsOfCode(reason)}`;
}
