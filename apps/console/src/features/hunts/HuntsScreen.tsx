'use client';
/** Every published hunt: its live version, where it stands, and how to steer it. */
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatMillis, formatNumberOf, formatRate } from '../../format/numbers';
import { useLive } from '../../live/LiveProvider';
import { viewOf } from '../../live/view';
import type { PhaseAnswer } from '../../server/commands/changeHuntPhase';
import { CopyId } from '../../ui/CopyId';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { useListKeys } from '../../ui/useListKeys';
import { useScopedHref } from '../frame/useScopedHref';
import { headFigures } from '../overview/figures';
import type { HuntsAnswer, ListedHunt } from './answers';
import { PhaseButtons } from './PhaseButtons';
import { PhaseTag } from './PhaseTag';

const REFRESH_MS = 3_000;

export function HuntsScreen() {
  const [answer, setAnswer] = useState<PhaseAnswer>();
  const query = useQuery({
    queryKey: ['hunts'],
    queryFn: () => fetchJson<HuntsAnswer>('/api/hunts'),
    refetchInterval: REFRESH_MS,
  });
  const hunts = query.data?.hunts ?? [];
  const state = panelStateOf(query, (data) =>
    data.hunts.length > 0 ? undefined : { is: 'empty', ...EMPTY },
  );
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Hunts</h1>
      {answer && <Notice tone={answer.isDone ? 'good' : 'bad'}>{answer.says}</Notice>}
      <Panel note={formatNumberOf(hunts.length, 'hunt')} state={state} title="Published">
        <HuntList hunts={hunts} onAnswer={setAnswer} />
      </Panel>
    </div>
  );
}

interface HuntListProps {
  readonly hunts: readonly ListedHunt[];
  readonly onAnswer: (answer: PhaseAnswer) => void;
}

function HuntList({ hunts, onAnswer }: HuntListProps) {
  const hrefTo = useScopedHref();
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, {});
  return (
    <ul className="m-0 list-none p-0" ref={list}>
      {hunts.map((hunt) => (
        <li
          className={
            'grid grid-cols-[1fr_auto_auto] items-center gap-x-5 gap-y-2 border-t border-line ' +
            'px-2 py-2.5 first:border-t-0 md:grid-cols-[minmax(0,1fr)_3rem_6rem_8rem_7rem_11rem]'
          }
          key={hunt.slug}
        >
          <span className="min-w-0">
            <Link
              className="font-medium hover:underline"
              data-row=""
              href={hrefTo(`/hunts/${hunt.slug}`)}
            >
              {hunt.title}
            </Link>
            <span className="block text-[13px] text-muted">
              <CopyId id={hunt.slug} />
            </span>
          </span>
          <span className="figures">v{hunt.version}</span>
          <span>
            <PhaseTag phase={hunt.phase} />
          </span>
          <span className="figures whitespace-nowrap text-muted">
            <HuntRate slug={hunt.slug} />
            <EventTime hunt={hunt} />
          </span>
          <span className="figures hidden whitespace-nowrap text-muted md:inline">
            partition {hunt.partition}
          </span>
          <span className="col-span-2 justify-self-end md:col-span-1">
            <PhaseButtons hunt={hunt} onAnswer={onAnswer} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function HuntRate({ slug }: { readonly slug: string }) {
  const { newest } = useLive();
  if (!newest) return null;
  return `${formatRate(headFigures(viewOf(newest, '5', slug)).eventsPerSecond)} events/s`;
}

/** How far the hunt's event time is behind the clock. */
function EventTime({ hunt: { clock } }: { readonly hunt: ListedHunt }) {
  if (!clock) return null;
  const { ms, nowMs, isIdle } = clock;
  return (
    <span
      className="block text-[13px]"
      title="The watermark: the latest corrected time of an event"
    >
      {isIdle ? 'idle' : `event time −${formatMillis(Math.max(0, nowMs - ms))}`}
    </span>
  );
}

const EMPTY = {
  says: 'No hunt is published yet. A hunt is a file; this puts the example live:',
  command: 'npx trove hunt publish examples/hunts/harbour-night.yaml',
} as const;
