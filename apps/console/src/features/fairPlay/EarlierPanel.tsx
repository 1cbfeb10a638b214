'use client';
/** Suspected events of one team that have made room for later ones: they can be settled as well. */
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { useScope } from '../../live/scope';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import type { EarlierAnswer, EarlierSuspect } from './answers';
import { CaseRow } from './CaseRow';
import { PointsText } from './PointsText';
import { StandingText } from './StandingText';
import { wordsOfStanding } from './wordsOfStanding';

const EMPTY = {
  is: 'empty',
  says: 'The ledger has no others that moved points when they were judged.',
} as const;

/** As one makes room below, it comes here. */
const REFRESH_MS = 5_000;

interface EarlierPanelProps {
  readonly hunt: string;
  readonly team: string;
  readonly onSettled: () => void;
}

export function EarlierPanel({ hunt, team, onSettled }: EarlierPanelProps) {
  const [{ paused }] = useScope();
  const query = useInfiniteQuery({
    queryKey: ['suspects', 'earlier', hunt, team],
    queryFn: ({ pageParam: before }) =>
      fetchJson<EarlierAnswer>('/api/suspects/earlier', {
        ...{ hunt, team },
        ...(before === undefined ? {} : { before }),
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: paused ? false : REFRESH_MS,
  });
  const earlier = query.data?.pages.flatMap((page) => page.earlier) ?? [];
  const state = panelStateOf(query, () => (earlier.length > 0 ? undefined : EMPTY));
  return (
    <Panel
      note="from the ledger, with the points of their own results"
      state={state}
      title="Earlier ones"
    >
      <ul className="m-0 list-none p-0">
        {earlier.map((one) => (
          <EarlierRow key={one.position} onSettled={onSettled} suspected={one} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
          Older ones
        </Button>
      )}
    </Panel>
  );
}

interface EarlierRowProps {
  readonly suspected: EarlierSuspect;
  readonly onSettled: () => void;
}

function EarlierRow({ suspected, onSettled }: EarlierRowProps) {
  const hrefTo = useScopedHref();
  const { clue, clueTitle = clue, points, isTakenBack, eventId } = suspected;
  const standing = isTakenBack ? 'overturned' : undefined;
  return (
    <CaseRow onSettled={onSettled} suspected={{ ...suspected, standing }}>
      <TimeText as="millis" ms={suspected.timeMs} />
      <span>{clueTitle ?? 'of no clue'}</span>
      <PointsText points={points} />
      <Link className="text-accent underline" href={hrefTo(`/events/${eventId}`)}>
        Its receipt
      </Link>
      {isTakenBack ? (
        <StandingText points={points} standing={standing} />
      ) : (
        <span className="text-muted">{wordsOfStanding(points).confirmed.says}</span>
      )}
    </CaseRow>
  );
}
