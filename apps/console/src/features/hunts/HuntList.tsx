'use client';
/** One row for each hunt: where it stands, what is drafted, when it opens, and what can be done. */
import type { Permission } from '@trove/contracts';
import clsx from 'clsx';
import Link from 'next/link';
import { useRef } from 'react';
import { formatMillis, formatRate } from '../../format/numbers';
import { useLive } from '../../live/LiveProvider';
import { viewOf } from '../../live/view';
import { CopyId } from '../../ui/CopyId';
import { TimeText } from '../../ui/TimeText';
import { useListKeys } from '../../ui/useListKeys';
import { useScopedHref } from '../frame/useScopedHref';
import { headFigures } from '../overview/figures';
import type { ListedHunt } from './answers';
import { DraftActs } from './DraftActs';
import { type HuntRow, opensMsOf, wordsOfDraft } from './huntRows';
import { PhaseButtons } from './PhaseButtons';
import { PhaseTag } from './PhaseTag';

export interface HuntListProps {
  readonly rows: readonly HuntRow[];
  readonly permissions: readonly Permission[];
  readonly onAnswer: (answer: { readonly isDone: boolean; readonly says: string }) => void;
  readonly onDuplicate: (row: HuntRow) => void;
}

export function HuntList({ rows, ...acts }: HuntListProps) {
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, {});
  return (
    <ul className="m-0 list-none p-0" ref={list}>
      {rows.map((row) => (
        <HuntLine key={row.slug} row={row} {...acts} />
      ))}
    </ul>
  );
}

interface HuntLineProps extends Omit<HuntListProps, 'rows'> {
  readonly row: HuntRow;
}

function HuntLine({ row, permissions, onAnswer, onDuplicate }: HuntLineProps) {
  const hrefTo = useScopedHref();
  const { slug, title, live } = row;
  const mayDesign = permissions.includes('design');
  return (
    <li
      className={clsx(
        'grid grid-cols-2 items-center gap-x-5 gap-y-2 border-t border-line px-2 py-2.5',
        'first:border-t-0 md:grid-cols-[minmax(0,1fr)_9rem_8rem_8rem_auto]',
      )}
    >
      <span className="col-span-2 min-w-0 md:col-span-1">
        <Link
          className="font-medium hover:underline"
          data-row=""
          dir="auto"
          href={hrefTo(`/hunts/${slug}${live ? '' : '/clues'}`)}
        >
          {title}
        </Link>
        <span className="block text-[13px] text-muted">
          <CopyId id={slug} />
        </span>
      </span>
      <StatusCell row={row} />
      <OpeningCell opensMs={opensMsOf(row)} />
      <span className="figures hidden text-muted md:block">{live && <HuntPace hunt={live} />}</span>
      <span
        className={
          'col-span-2 flex flex-wrap gap-2 md:col-span-1 md:w-56 md:flex-nowrap md:justify-end'
        }
      >
        {live && permissions.includes('operate') && (
          <PhaseButtons hunt={live} onAnswer={onAnswer} />
        )}
        {mayDesign && <DraftActs onAnswer={onAnswer} onDuplicate={onDuplicate} row={row} />}
      </span>
    </li>
  );
}

function StatusCell({ row }: { readonly row: HuntRow }) {
  const { live } = row;
  const words = wordsOfDraft(row);
  return (
    <span>
      {live && (
        <span className="flex items-center gap-2">
          <PhaseTag phase={live.phase} />{' '}
          <span className="figures text-muted">v{live.version}</span>
        </span>
      )}
      {words !== undefined && (
        <span className={clsx('block', live ? 'text-[13px] text-muted' : 'text-accent')}>
          {words}
        </span>
      )}
    </span>
  );
}

function OpeningCell({ opensMs }: { readonly opensMs: number | undefined }) {
  return (
    <span className="text-[13px] text-muted">
      {opensMs === undefined ? (
        <span className="hidden md:inline">nothing to open</span>
      ) : (
        <>
          opens <TimeText as="age" ms={opensMs} />
        </>
      )}
    </span>
  );
}

/** Its rate, and how far its event time is behind the clock. */
function HuntPace({ hunt: { slug, clock } }: { readonly hunt: ListedHunt }) {
  const { newest } = useLive();
  const lateMs = clock ? Math.max(0, clock.nowMs - clock.ms) : 0;
  return (
    <>
      {newest && `${formatRate(headFigures(viewOf(newest, '5', slug)).eventsPerSecond)} events/s`}
      {clock && (
        <span className="block text-[13px]" title={clock.isIdle ? IDLE : WATERMARK}>
          {clock.isIdle && 'idle · '}event time{' '}
          {lateMs < SECOND_MS ? 'up to the second' : `${formatMillis(lateMs)} behind`}
        </span>
      )}
    </>
  );
}

const SECOND_MS = 1_000;
const WATERMARK = 'The watermark: the latest corrected time of an event';
const IDLE = 'No event for 30 s: the watermark follows the clock';
