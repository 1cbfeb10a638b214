'use client';
/** Events that look unlike honest play. They count; an operator says whether that stands. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { useScope } from '../../live/scope';
import { Panel } from '../../ui/Panel';
import type { SuspectsAnswer } from './answers';
import { LapsedNotice } from './LapsedNotice';
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
  const { data } = query;
  const state = panelStateOf(query, ({ suspected }) =>
    suspected.length > 0 ? undefined : { is: 'empty', says: EMPTY },
  );
  const onSettled = () => void client.invalidateQueries({ queryKey: ['suspects'] });
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Fair play</h1>
      {data && data.lapsed.length > 0 && <LapsedNotice lapsed={data.lapsed} />}
      <Panel
        note={data && noteOf(data)}
        state={state}
        title="Suspected events"
        value={formatNumberOf(data?.open ?? 0, 'open case')}
      >
        <ul className="m-0 list-none p-0">
          {data?.suspected.map((one) => (
            <SuspectRow
              key={`${one.hunt} ${one.team} ${one.position}`}
              onSettled={onSettled}
              suspected={one}
            />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function noteOf({ suspected, all, isCut }: SuspectsAnswer): string {
  const { length } = suspected;
  if (isCut) return `${length} of ${formatCount(all)}, and not all teams were looked at`;
  return length < all ? `${length} of ${formatCount(all)}` : 'all that can be settled';
}

const EMPTY =
  'Nothing is suspected. A hunt says in its file, under quality.fairPlay, what its events are ' +
  'looked at for: travel, guessing, sharing, position.';
