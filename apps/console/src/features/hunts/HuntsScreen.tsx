'use client';
/** Every hunt, played or still a draft: where it stands, and the way to a new one. */
import { useQuery } from '@tanstack/react-query';
import type { Permission } from '@trove/contracts';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { useOutcome } from '../../fetching/useOutcome';
import { formatNumberOf } from '../../format/numbers';
import type { OperateAnswer } from '../../server/operations';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Button } from '../../ui/Button';
import { Panel, type PanelState } from '../../ui/Panel';
import type { DraftsAnswer, HuntsAnswer } from './answers';
import { HuntFilterBar } from './HuntFilterBar';
import { HuntList } from './HuntList';
import { filteredRows, huntRows } from './huntRows';
import { type Making, NewHuntSheet } from './NewHuntSheet';
import { useHuntFilter } from './useHuntFilter';

const REFRESH_MS = 3_000;

export function HuntsScreen({ permissions }: { readonly permissions: readonly Permission[] }) {
  const [answered, setAnswered] = useState<OperateAnswer>();
  const answer = useOutcome(answered);
  const [making, setMaking] = useState<Making>();
  const mayDesign = permissions.includes('design');
  const { rows, state } = useHuntRows(mayDesign);
  const { filter } = useHuntFilter();
  const shown = useMemo(() => filteredRows(rows, filter), [rows, filter]);
  const taken = useMemo(() => new Set(rows.map(({ slug }) => slug)), [rows]);
  const isLive = state.is === 'live';
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-xl font-medium">Hunts</h1>
        {mayDesign && (
          <Button className="ml-auto" onClick={() => setMaking({ from: 'nothing' })} tone="main">
            <Plus aria-hidden="true" size={15} /> New hunt
          </Button>
        )}
      </div>
      <AnswerNotice answer={answer} />
      <HuntFilterBar hasArchive={mayDesign} />
      <Panel
        note={isLive && formatNumberOf(shown.length, 'hunt')}
        state={isLive && shown.length === 0 ? NONE_FOUND : state}
        title={filter.isArchived ? 'Put away' : 'All hunts'}
      >
        <HuntList
          onAnswer={setAnswered}
          onDuplicate={(of) => setMaking({ from: 'hunt', of })}
          permissions={permissions}
          rows={shown}
        />
      </Panel>
      <NewHuntSheet making={making} onClose={() => setMaking(undefined)} taken={taken} />
    </div>
  );
}

/**
 * Published hunts come from Redis and drafts from PostgreSQL: either is shown without the other.
 */
function useHuntRows(mayDesign: boolean) {
  const query = useQuery({
    queryKey: ['hunts'],
    queryFn: () => fetchJson<HuntsAnswer>('/api/hunts'),
    refetchInterval: REFRESH_MS,
  });
  const drafts = useQuery({
    queryKey: ['drafts'],
    queryFn: () => fetchJson<DraftsAnswer>('/api/drafts'),
    refetchInterval: REFRESH_MS,
    enabled: mayDesign,
  });
  const rows = useMemo(
    () => huntRows(query.data?.hunts ?? [], drafts.data?.drafts ?? []),
    [query.data, drafts.data],
  );
  const state = panelStateOf(query, () =>
    rows.length > 0 || drafts.isLoading ? undefined : { is: 'empty', ...EMPTY },
  );
  return { rows, state: drafts.error ? withoutDrafts(state, drafts.error) : state };
}

function withoutDrafts(state: PanelState, { message }: Error): PanelState {
  return state.is === 'live'
    ? { is: 'stale', says: `no drafts: ${message}`, isLong: false }
    : state;
}

const NONE_FOUND = { is: 'empty', says: 'No hunt fits the filter.' } as const;
const EMPTY = {
  says: 'There is no hunt yet. Begin one with “New hunt”, or put the example live:',
  command: 'npx trove hunt publish examples/hunts/harbour-night.yaml',
} as const;
