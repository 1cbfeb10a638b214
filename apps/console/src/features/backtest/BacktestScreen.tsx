'use client';
/** What a draft would have done to events that were recorded: asked for, watched and looked at. */
import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatNumberOf } from '../../format/numbers';
import type { StartedBacktest } from '../../server/commands/startBacktest';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import type { BacktestsAnswer } from './answers';
import { RunList } from './RunList';
import { RunPanel } from './RunPanel';
import { StartForm } from './StartForm';
import { hasBegun, isUnended } from './words';

const BUSY_MS = 1_000;
const IDLE_MS = 10_000;

export function BacktestScreen() {
  const { draft } = useDraft();
  const { slug } = draft;
  const [chosen, setChosen] = useQueryState('run', parseAsString.withOptions({ history: 'push' }));
  const [answer, setAnswer] = useState<StartedBacktest>();
  const query = useQuery({
    queryKey: ['backtests', slug],
    queryFn: () => fetchJson<BacktestsAnswer>(`/api/hunts/${slug}/backtests`),
    refetchInterval: ({ state }) => (state.data?.runs.some(isUnended) ? BUSY_MS : IDLE_MS),
  });
  const runs = query.data?.runs ?? [];
  const shown = chosen ?? runs[0]?.id;
  const state = panelStateOf(query, (data) =>
    data.runs.length > 0 ? undefined : { is: 'empty', says: EMPTY },
  );
  const onStarted = (started: StartedBacktest) => {
    setAnswer(started);
    if (started.run !== undefined) void setChosen(started.run);
    void query.refetch();
  };
  return (
    <div className="flex flex-col gap-3">
      <Panel
        note="nothing of it is published or scored"
        state={{ is: 'live' }}
        title="Run the draft"
      >
        <StartForm draft={draft.source} key={draft.revision} onStarted={onStarted} slug={slug} />
      </Panel>
      {answer && !hasBegun(answer.run, runs) && (
        <Notice tone={answer.isDone ? 'good' : 'doubt'}>{answer.says}</Notice>
      )}
      {shown !== undefined && <RunPanel id={shown} />}
      <Panel note={formatNumberOf(runs.length, 'run')} state={state} title="Backtests of this hunt">
        <RunList chosen={shown} onChoose={(id) => void setChosen(id)} runs={runs} />
      </Panel>
    </div>
  );
}

const EMPTY =
  'No draft was run yet. A backtest says which answers would have been others, which teams would ' +
  'stand elsewhere and which clues nobody would have reached.';
