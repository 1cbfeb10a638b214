'use client';
/** Events that look unlike honest play. They have scored; an operator says whether that stands. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatNumberOf } from '../../format/numbers';
import { keyOfEvent } from '../../live/liveState';
import { useScope } from '../../live/scope';
import { Panel } from '../../ui/Panel';
import type { SuspectsAnswer } from './answers';
import { SuspectRow } from './SuspectRow';

const REFRESH_MS = 5_000;

export function FairPlayScreen() {
  const [{ hunt, paused }] = useScope();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['suspects', hunt],
    queryFn: () => fetchJson<SuspectsAnswer>('/api/suspects', { hunt }),
    refetchInterval: paused ? false : REFRESH_MS,
  });
  const suspected = query.data?.suspected ?? [];
  const waiting = suspected.filter(({ isOpen, standing }) => isOpen && standing === undefined);
  const state = panelStateOf(query, (data) =>
    data.suspected.length > 0 ? undefined : { is: 'empty', says: EMPTY },
  );
  const onSettled = () => void client.invalidateQueries({ queryKey: ['suspects'] });
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Fair play</h1>
      <Panel
        note={query.data?.isCut ? `the newest ${suspected.length}` : 'all that the log holds'}
        state={state}
        title="Suspected events"
        value={formatNumberOf(waiting.length, 'open case')}
      >
        <ul className="m-0 list-none p-0">
          {suspected.map((one) => (
            <SuspectRow key={keyOfEvent(one.event)} onSettled={onSettled} suspected={one} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

const EMPTY =
  'Nothing is suspected. A hunt says in its file, under quality.fairPlay, what its events are ' +
  'looked at for: travel, guessing, sharing.';
