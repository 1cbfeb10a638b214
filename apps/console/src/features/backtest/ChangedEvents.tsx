'use client';
/** Counts of changes by what they were and would be, and the first events with their receipts. */
import type { BacktestResult, ChangedEvent } from '@trove/contracts';
import Link from 'next/link';
import { useRef } from 'react';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { Scrollable } from '../../ui/Scrollable';
import { TimeText } from '../../ui/TimeText';
import { useListKeys } from '../../ui/useListKeys';
import { useScopedHref } from '../frame/useScopedHref';

const HEIGHT = 420;

export function ChangedEvents({ result }: { readonly result: BacktestResult }) {
  const { changes, changed, changedEvents } = result;
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, {});
  return (
    <div className="flex flex-col gap-2">
      <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-[13px]">
        {changes.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            <span className="figures">{formatCount(count)}</span> {changeWords(from, to)}
          </li>
        ))}
      </ul>
      <Scrollable className="-mx-2" label="Changed events" maxHeight={HEIGHT}>
        <ul className="m-0 list-none p-0 text-[13px]" ref={list}>
          {changedEvents.map((event) => (
            <Changed event={event} key={`${event.eventId} ${event.position}`} />
          ))}
        </ul>
      </Scrollable>
      {changed > changedEvents.length && (
        <p className="text-[13px] text-muted">
          The first {formatNumberOf(changedEvents.length, 'event')} in the order of the log.
        </p>
      )}
    </div>
  );
}

function Changed({ event }: { readonly event: ChangedEvent }) {
  const hrefTo = useScopedHref();
  const { eventId, position, atMs, team, clue, from, to, pointsBefore, pointsAfter } = event;
  return (
    <li className="border-t border-line first:border-t-0">
      <Link
        className="flex flex-wrap gap-x-3 rounded px-2 py-1.5 hover:bg-raised"
        data-row=""
        href={hrefTo(`/events/${eventId}`, { position })}
        title={`Receipt of ${eventId}`}
      >
        <TimeText ms={atMs} />
        <span className="min-w-0 truncate">{team}</span>
        <span className="min-w-0 flex-1 truncate text-muted">{clue}</span>
        <span>{changeWords(from, to)}</span>
        <span className="figures w-20 text-right">
          {pointsBefore === pointsAfter ? pointsAfter : `${pointsBefore} → ${pointsAfter}`}
        </span>
      </Link>
    </li>
  );
}

function changeWords(from: string, to: string): string {
  if (from === to) return `${wordsOfCode(from)}, other points`;
  return `${wordsOfCode(from)} → ${wordsOfCode(to)}`;
}
