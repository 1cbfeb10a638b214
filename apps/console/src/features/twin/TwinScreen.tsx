'use client';
/**
 * Batch or streaming, to be felt: the same hunts folded by the same function at an interval, beside
 * the live state. How stale, how dear, how fast to ask, and whether both come to the same.
 */
import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { useScope } from '../../live/scope';
import { Notice } from '../../ui/Notice';
import { Panel, type PanelState } from '../../ui/Panel';
import type { TwinAnswer } from './answers';
import { BothPanels } from './BothPanels';
import { QuestionTable } from './QuestionTable';
import { RunChart } from './RunChart';
import { TwinFigures } from './TwinFigures';
import { TwinForm } from './TwinForm';

const REFRESH_MS = 1_000;

export function TwinScreen() {
  const [{ hunt, paused }] = useScope();
  const query = useQuery({
    queryKey: ['twin', hunt],
    queryFn: () => fetchJson<TwinAnswer>('/api/twin', { hunt }),
    refetchInterval: paused ? false : REFRESH_MS,
  });
  const answer = query.data;
  const fetched = panelStateOf(query, () => undefined);
  const state = panelStateOf(query, ({ runs }) => (runs.length > 0 ? undefined : NO_RUN));
  const bothState: PanelState =
    answer && !answer.both ? (state.is === 'empty' ? state : NO_HUNT) : state;
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Batch twin</h1>
      <Panel
        note="folds what the archive and the log hold by then, and has no effect on play"
        state={fetched}
        title="Flush interval"
      >
        {answer && <TwinForm key={keyOf(answer)} setting={answer.setting} />}
      </Panel>
      {answer?.runs[0]?.says !== undefined && (
        <Notice tone="bad">The last run failed: {answer.runs[0].says}</Notice>
      )}
      <Panel note={answer?.both?.title} state={bothState} title="Twin against live">
        {answer && <TwinFigures answer={answer} />}
      </Panel>
      <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
        <RunChart runs={answer?.runs ?? []} state={state} />
        <Panel
          note="the live state, and the archive’s files"
          state={state}
          title="The same question asked of both"
        >
          <QuestionTable questions={answer?.runs[0]?.questions ?? []} />
        </Panel>
      </div>
      {answer?.both && <BothPanels both={answer.both} />}
    </div>
  );
}

/** A setting that somebody else has changed fills the form anew. */
function keyOf({ setting }: TwinAnswer): string {
  return `${setting.isOn} ${setting.everyS}`;
}

const NO_RUN = {
  is: 'empty',
  says: 'The twin has not run yet. Turned on, it first folds every hunt from its first event.',
} as const;
const NO_HUNT = { is: 'empty', says: 'The twin knows nothing of this hunt yet.' } as const;
