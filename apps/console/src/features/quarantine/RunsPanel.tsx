'use client';
/** Repair runs: who, what, how far, what became of it, and a way to stop one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RepairRun } from '@trove/contracts';
import { useState, useTransition } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { cancelRun, type StartAnswer } from '../../server/commands/repairMany';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { ProgressBar } from '../../ui/ProgressBar';
import { TimeText } from '../../ui/TimeText';
import type { RunsAnswer } from './answers';
import { shownRuns } from './shownRuns';

const REFRESH_MS = 1_000;
const IDLE_MS = 10_000;

export function RunsPanel() {
  const [answer, setAnswer] = useState<StartAnswer>();
  const query = useQuery({
    queryKey: ['quarantine', 'runs'],
    queryFn: () => fetchJson<RunsAnswer>('/api/quarantine/runs'),
    refetchInterval: ({ state }) => (hasRunning(state.data) ? REFRESH_MS : IDLE_MS),
  });
  const runs = query.data?.runs ?? [];
  // Nobody who never repaired anything needs a panel about it.
  if (runs.length === 0 && !query.error) return null;
  return (
    <Panel
      note={formatNumberOf(runs.length, 'run')}
      state={panelStateOf(query, () => undefined)}
      title="Repairs"
    >
      <ul className="m-0 list-none p-0 text-[13px]">
        {shownRuns(runs).map((run) => (
          <Run key={run.id} onAnswer={setAnswer} run={run} />
        ))}
      </ul>
      {answer && <Notice tone={answer.isDone ? 'good' : 'doubt'}>{answer.says}</Notice>}
    </Panel>
  );
}

const ROW =
  'flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-1.5 first:border-t-0';

interface RunProps {
  readonly run: RepairRun;
  readonly onAnswer: (answer: StartAnswer) => void;
}

function Run({ run, onAnswer }: RunProps) {
  const [isPending, startTransition] = useTransition();
  const client = useQueryClient();
  const settled = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
  const cancel = () => {
    startTransition(async () => {
      onAnswer(await cancelRun(run.id).catch(() => NO_ANSWER));
      await client.invalidateQueries({ queryKey: ['quarantine'] });
    });
  };
  return (
    <li className={ROW}>
      <span className="w-20">{run.state}</span>
      <ProgressBar done={settled} label={`Progress of the repair of ${run.by}`} total={run.total} />
      <span>{countsOf(run)}</span>
      <span className="min-w-0 flex-1 truncate text-muted" title={run.rule.condition}>
        <code>{run.rule.condition}</code>
      </span>
      <span className="text-muted">
        {run.by} <TimeText as="age" ms={run.startedAt} />, {formatCount(run.rate)}/s
        {run.says !== undefined && ` · ${run.says}`}
      </span>
      {run.state === 'running' && (
        <Button disabled={isPending} onClick={cancel} tone="danger">
          Cancel
        </Button>
      )}
    </li>
  );
}

function countsOf({ counts }: RepairRun): string {
  const parts = Object.entries(counts).map(([outcome, count]) => {
    return `${formatCount(count)} ${wordsOfCode(outcome)}`;
  });
  return parts.join(' · ');
}

function hasRunning(answer: RunsAnswer | undefined): boolean {
  return answer?.runs.some(({ state }) => state === 'running') ?? false;
}
