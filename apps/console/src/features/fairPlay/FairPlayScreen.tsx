'use client';
/** Events that look unlike honest play. They count; an operator says whether that stands. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { useScope } from '../../live/scope';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import type { SuspectsAnswer } from './answers';
import { EarlierPanel } from './EarlierPanel';
import { LapsedNotice } from './LapsedNotice';
import { SuspectRow } from './SuspectRow';
import { readTeam } from './teamParameter';

const REFRESH_MS = 5_000;

export function FairPlayScreen() {
  const [{ hunt, paused }] = useScope();
  const [asked, setTeam] = useQueryState('team', parseAsString.withOptions({ history: 'push' }));
  const team = readTeam(asked, hunt);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['suspects', hunt, team],
    queryFn: () =>
      fetchJson<SuspectsAnswer>('/api/suspects', { hunt, ...(team !== undefined && { team }) }),
    refetchInterval: paused ? false : REFRESH_MS,
  });
  const { data } = query;
  const state = panelStateOf(query, ({ suspected }) =>
    suspected.length > 0
      ? undefined
      : { is: 'empty', says: team === undefined ? EMPTY : NONE_OF_TEAM },
  );
  const onSettled = () => void client.invalidateQueries({ queryKey: ['suspects'] });
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Fair play</h1>
      {data && team === undefined && data.lapsed.length > 0 && (
        <LapsedNotice lapsed={data.lapsed} />
      )}
      {team !== undefined && (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span>Of {data?.suspected[0]?.teamName ?? team} alone.</span>
          <Button onClick={() => void setTeam(null)} tone="bare">
            Show all teams
          </Button>
        </p>
      )}
      {hunt !== null && team !== undefined && (
        <EarlierPanel hunt={hunt} onSettled={onSettled} team={team} />
      )}
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
  return length < all ? `${length} of ${formatCount(all)}` : 'all that are remembered';
}

const EMPTY =
  'Nothing is suspected. A hunt says in its file, under quality.fairPlay, what its events are ' +
  'looked at for: travel, guessing, sharing, position.';

const NONE_OF_TEAM = 'Nothing is remembered of this team that looked unlike honest play.';
