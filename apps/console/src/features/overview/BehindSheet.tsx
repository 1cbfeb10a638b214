'use client';
/** The events behind a point or bar of a chart, in a sheet over the screen. */
import { useQuery } from '@tanstack/react-query';
import type { Outcome } from '@trove/contracts';
import Link from 'next/link';
import { fetchJson } from '../../fetching/fetchJson';
import { formatNumberOf } from '../../format/numbers';
import { formatSpan } from '../../format/times';
import { wordsOfCode, wordsOfRung } from '../../live/outcomes';
import { useScope } from '../../live/scope';
import { Notice } from '../../ui/Notice';
import { Sheet } from '../../ui/Sheet';
import { EventList } from '../events/EventList';
import { wordsOfFound } from '../events/joinPages';
import { LookFurther } from '../events/LookFurther';
import { useEventPages } from '../events/useEventPages';
import { useScopedHref } from '../frame/useScopedHref';
import type { EntriesAnswer } from '../quarantine/answers';
import { EntryList } from '../quarantine/EntryList';
import { RefusedOfSpan } from './RefusedOfSpan';

/** A span of time, and of what in it. Milliseconds on Redis's clock. */
export type Behind =
  | {
      readonly kind: 'events';
      readonly from: number;
      readonly to: number;
      readonly outcome?: Outcome;
      /** Only events that did not meet this expectation. */
      readonly unmet?: string;
      /** Only duplicates that this rung has told. */
      readonly rung?: string;
      /** Where it is another than the one that is looked at. */
      readonly hunt?: string;
    }
  | {
      readonly kind: 'refusals';
      readonly from: number;
      readonly to: number;
      readonly code: string;
    };

export type OnBehind = (behind: Behind) => void;

interface BehindSheetProps {
  readonly behind: Behind | undefined;
  readonly onClose: () => void;
}

export function BehindSheet({ behind, onClose }: BehindSheetProps) {
  const span = behind ? formatSpan(behind, Date.now()) : '';
  return (
    <Sheet isOpen={behind !== undefined} onClose={onClose} title={`Behind ${span}`}>
      {behind?.kind === 'events' && <EventsBehind behind={behind} />}
      {behind?.kind === 'refusals' && <RefusalsBehind behind={behind} />}
    </Sheet>
  );
}

function EventsBehind({ behind }: { readonly behind: Extract<Behind, { kind: 'events' }> }) {
  const [scope] = useScope();
  const hrefTo = useScopedHref();
  const { from, to, outcome, unmet, rung, hunt = scope.hunt ?? undefined } = behind;
  const asked = { from, to, outcome, unmet, rung };
  const pages = useEventPages({ ...asked, hunt, limit: 100 });
  const { query, found } = pages;
  if (query.error && !found) return <Notice tone="bad">{query.error.message}</Notice>;
  if (!found) return <p className="text-muted">Reading the log…</p>;
  const { events, openToMs } = found;
  const isWholeSpan = !outcome && !unmet && !rung;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        {wordsOfFound(found)}
        {outcome && `, ${outcome} only`}
        {rung && `, ${wordsOfRung(rung)}`}
        {unmet && `, that do not meet “${unmet}”`}.{' '}
        <Link className="text-accent underline" href={hrefTo('/events', { ...asked, hunt })}>
          Open in Events
        </Link>
      </p>
      {isWholeSpan && <RefusedOfSpan from={from} hunt={hunt} to={to} />}
      {events.length === 0 && openToMs === undefined ? (
        <p>
          The log holds nothing of this span: nothing was decided in it, or it has been trimmed
          since.
        </p>
      ) : (
        <EventList events={events} label="Events behind the point" />
      )}
      <LookFurther pages={pages} />
    </div>
  );
}

function RefusalsBehind({ behind }: { readonly behind: Extract<Behind, { kind: 'refusals' }> }) {
  const [{ hunt }] = useScope();
  const hrefTo = useScopedHref();
  const { from, to, code } = behind;
  const span = { from, to, code };
  const query = useQuery({
    queryKey: ['refusals', span, hunt],
    queryFn: () => fetchJson<EntriesAnswer>('/api/quarantine/span', { ...span, hunt }),
  });
  if (query.error) return <Notice tone="bad">{query.error.message}</Notice>;
  if (!query.data) return <p className="text-muted">Reading the quarantine…</p>;
  const { entries, isCut } = query.data;
  if (entries.length === 0) {
    return (
      <p>
        What was refused as “{wordsOfCode(code)}” then is counted, but not kept: what a client was
        asked to send again, and input nobody can be named for, do not rest in quarantine.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        {isCut ? `The newest ${entries.length}` : formatNumberOf(entries.length, 'event')} refused
        as “{wordsOfCode(code)}”.{' '}
        <Link
          className="text-accent underline"
          href={hrefTo('/quarantine', { ...span, state: 'all' })}
        >
          Open in Quarantine
        </Link>
      </p>
      <EntryList entries={entries} />
    </div>
  );
}
