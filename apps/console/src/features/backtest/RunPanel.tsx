'use client';
/** One backtest: how far it is, or what it found. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BacktestRun } from '@trove/contracts';
import { useState, useTransition } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { panelStateOf } from '../../fetching/panelStateOf';
import { type CancelledBacktest, cancelBacktest } from '../../server/commands/cancelBacktest';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { ProgressBar } from '../../ui/ProgressBar';
import type { BacktestAnswer } from './answers';
import { ResultPanels } from './ResultPanels';
import { isUnended, scopeWords } from './words';

export const REFRESH_MS = 700;

export function RunPanel({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: ['backtest', id],
    queryFn: () => fetchJson<BacktestAnswer>(`/api/backtests/${id}`),
    refetchInterval: ({ state }) => (state.data && !isUnended(state.data.run) ? false : REFRESH_MS),
  });
  const run = query.data?.run;
  if (run?.result !== undefined) return <ResultPanels result={run.result} run={run} />;
  return (
    <Panel
      note={run && scopeWords(run)}
      state={panelStateOf(query, () => undefined)}
      title="Result"
      value={run?.state}
    >
      {run && (isUnended(run) ? <Progress run={run} /> : <Ended run={run} />)}
    </Panel>
  );
}

function Ended({ run: { state, says } }: { readonly run: BacktestRun }) {
  const why = says === undefined ? '' : `: ${says}`;
  return (
    <Notice tone={state === 'failed' ? 'bad' : 'doubt'}>
      {state === 'done' ? 'Its result is of an older form: run it again.' : `${state}${why}`}
    </Notice>
  );
}

export function Progress({ run }: { readonly run: BacktestRun }) {
  const [answer, setAnswer] = useState<CancelledBacktest>();
  const [isPending, startTransition] = useTransition();
  const client = useQueryClient();
  const cancel = () => {
    startTransition(async () => {
      setAnswer(await cancelBacktest(run.id).catch(() => NO_ANSWER));
      await client.invalidateQueries({ queryKey: ['backtest', run.id] });
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ProgressBar
          className="min-w-40 flex-1"
          done={run.done}
          label="Progress of the backtest"
          of="events"
          total={run.total}
        />
        <Button disabled={isPending} onClick={cancel} tone="danger">
          Cancel
        </Button>
      </div>
      {run.state === 'waiting' && (
        <p className="text-[13px] text-muted">
          Waits for a worker: one backtest runs at a time, and only while play leaves room.
        </p>
      )}
      {answer && !answer.isDone && <Notice tone="doubt">{answer.says}</Notice>}
    </div>
  );
}
