'use client';
/** What was refused, is it one cause or many, and what is being done about it? */
import { useQuery } from '@tanstack/react-query';
import type { QuarantineCause } from '@trove/contracts';
import { useRef } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import type { GroupsAnswer } from './answers';
import { EntriesPanel } from './EntriesPanel';
import { FilterBar } from './FilterBar';
import { GroupList, keyOfCause } from './GroupList';
import { RunsPanel } from './RunsPanel';
import { FROM_THE_START, useQuarantineFilter } from './useQuarantineFilter';

const REFRESH_MS = 3_000;

export function QuarantineScreen() {
  const { filter, paused, setValues } = useQuarantineFilter();
  const { cause, ...asked } = filter;
  const query = useQuery({
    queryKey: ['quarantine', 'groups', asked],
    queryFn: () => fetchJson<GroupsAnswer>('/api/quarantine/groups', asked),
    refetchInterval: paused ? false : REFRESH_MS,
  });
  const entries = useRef<HTMLDivElement>(null);
  const groups = query.data?.groups ?? [];
  const state = panelStateOf(query, (data) =>
    data.groups.length > 0 ? undefined : { ...EMPTY, command: commandFor(filter.hunt) },
  );
  const sum = groups.reduce((total, group) => total + group.count, 0);
  const pick = (picked: QuarantineCause) => {
    const key = keyOfCause(picked);
    void setValues({ cause: key === cause ? null : key, ...FROM_THE_START });
    // The list of causes may be longer than the screen.
    if (key !== cause) entries.current?.scrollIntoView({ block: 'start' });
  };
  const open = groups.find((group) => keyOfCause(group) === cause);
  const count = cause === undefined ? sum : (open?.count ?? 0);
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Quarantine</h1>
      {query.data?.from === 'redis' && (
        <Notice tone="doubt">
          PostgreSQL is away. Shown are the newest refusals that still stand in Redis; nothing is
          lost, and the rest comes back with it.
        </Notice>
      )}
      <FilterBar />
      <Panel
        note={formatNumberOf(groups.length, 'cause')}
        state={state}
        title="Refused, by cause"
        value={query.data && formatCount(sum)}
      >
        <GroupList groups={groups} onPick={pick} picked={cause ?? null} />
      </Panel>
      <RunsPanel />
      <div className="flex scroll-mt-16 flex-col gap-3" ref={entries}>
        {query.data && <EntriesPanel cause={open} count={count} extent={query.data.extent} />}
      </div>
    </div>
  );
}

function commandFor(hunt: string | undefined): string {
  return `npx trove simulate --hunt ${hunt ?? 'harbour-night'} --malformed 0.02`;
}

const EMPTY = {
  is: 'empty',
  says: 'Nothing of this kind rests here. Broken events do, with their reason. To see some:',
} as const;
