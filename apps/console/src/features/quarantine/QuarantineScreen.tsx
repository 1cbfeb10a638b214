'use client';
/** What was refused, and is it one cause or many? */
import { useQuery } from '@tanstack/react-query';
import type { QuarantineCause } from '@trove/contracts';
import { parseAsString, useQueryStates } from 'nuqs';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { useScope } from '../../live/scope';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import type { EntriesAnswer, GroupsAnswer } from './answers';
import { EntryList } from './EntryList';
import { GroupList, keyOfCause } from './GroupList';
import { keyOfEntry } from './keyOfEntry';

const REFRESH_MS = 3_000;
/** `cause` is one group; `code` alone, as charts link to it, is all groups of a reason. */
const PARAMETERS = {
  code: parseAsString,
  cause: parseAsString,
  after: parseAsString,
  entry: parseAsString,
};

export function QuarantineScreen() {
  const [{ hunt, paused }] = useScope();
  const [{ cause }, setFilter] = useQueryStates(PARAMETERS, { history: 'push' });
  const query = useQuery({
    queryKey: ['quarantine', 'groups', hunt],
    queryFn: () => fetchJson<GroupsAnswer>('/api/quarantine/groups', { hunt }),
    refetchInterval: paused ? false : REFRESH_MS,
  });
  const groups = query.data?.groups ?? [];
  const state = panelStateOf(query, (data) =>
    data.groups.length > 0 ? undefined : { is: 'empty', ...EMPTY },
  );
  const sum = groups.reduce((total, group) => total + group.count, 0);
  const pick = (picked: QuarantineCause) => {
    const key = keyOfCause(picked);
    void setFilter({ cause: key === cause ? null : key, code: null, after: null, entry: null });
  };
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Quarantine</h1>
      {query.data?.from === 'redis' && (
        <Notice tone="doubt">
          PostgreSQL is away. Shown are the newest refusals that still stand in Redis; nothing is
          lost, and the rest comes back with it.
        </Notice>
      )}
      <Panel
        note={formatNumberOf(groups.length, 'cause')}
        state={state}
        title="Refused, by cause"
        value={query.data && formatCount(sum)}
      >
        <GroupList groups={groups} onPick={pick} picked={cause} />
      </Panel>
      {groups.length > 0 && <EntriesPanel />}
    </div>
  );
}

function EntriesPanel() {
  const [{ hunt, paused }] = useScope();
  const [{ code, cause, after, entry }, setFilter] = useQueryStates(PARAMETERS, {
    history: 'push',
  });
  const isMoving = !paused && after === null && entry === null;
  const query = useQuery({
    queryKey: ['quarantine', 'entries', code, cause, hunt, after],
    queryFn: () => fetchJson<EntriesAnswer>('/api/quarantine', { code, cause, hunt, after }),
    refetchInterval: isMoving ? REFRESH_MS : false,
    placeholderData: (before) => before,
  });
  const entries = query.data?.entries ?? [];
  const last = entries.at(-1);
  const state = panelStateOf(query, (data) =>
    data.entries.length > 0 ? undefined : { is: 'empty', says: 'Nothing more of this kind.' },
  );
  return (
    <Panel
      note={after === null ? 'newest first' : 'older ones'}
      state={state}
      title={titleOf(code, cause)}
      tools={
        <>
          {after !== null && (
            <Button onClick={() => void setFilter({ after: null, entry: null })}>Newest</Button>
          )}
          {query.data?.isCut && last && (
            <Button onClick={() => void setFilter({ after: keyOfEntry(last), entry: null })}>
              Older
            </Button>
          )}
        </>
      }
    >
      <EntryList
        entries={entries}
        onOpen={(key) => void setFilter({ entry: key })}
        openKey={entry}
      />
    </Panel>
  );
}

function titleOf(code: string | null, cause: string | null): string {
  const reason = code ?? codeOfKey(cause);
  return reason === undefined ? 'Refused events' : `Refused as ${wordsOfCode(reason)}`;
}

/** The address is whatever somebody typed. */
function codeOfKey(cause: string | null): string | undefined {
  const found = /"code":"([a-z_]{1,40})"/.exec(cause ?? '');
  return found?.[1];
}

const EMPTY = {
  says: 'Nothing has been refused. Broken events rest here with their reason. To see some:',
  command: 'npx trove simulate --hunt harbour-night --malformed 0.02',
} as const;
