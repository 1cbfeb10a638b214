'use client';
/** Runs of events that did not meet what a hunt expects: the newest, and the others on demand. */
import { METRICS_TICK_MS } from '@trove/contracts/limits';
import type { Incident } from '@trove/core/projection';
import { INCIDENT_RANGE_MS, INCIDENTS_KEPT_MS } from '@trove/core/projection/incidents';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { formatCount, formatMillis, formatNumberOf } from '../../format/numbers';
import { formatSpan, formatWhen } from '../../format/times';
import { sumOf, totalsOf } from '../../live/series';
import { Button } from '../../ui/Button';
import type { Behind, OnBehind } from './BehindSheet';
import type { Overview } from './useOverview';

interface IncidentListProps {
  readonly overview: Overview | undefined;
  readonly onBehind: OnBehind;
}

type IncidentSpan = Pick<Incident, 'hunt' | 'expectation' | 'from' | 'to'>;

const PANEL = 'rounded-md border border-line bg-panel';
/** As high with an incident as without, so that none moves away what is about to be pressed. */
const HEIGHT = 'h-15 sm:h-10';
const ROW = `flex items-center gap-3 border-t border-line px-3 first:border-t-0 ${HEIGHT}`;

export function IncidentList({ overview, onBehind }: IncidentListProps) {
  const [isWhole, setWhole] = useState(false);
  if (overview === undefined) {
    return <div aria-busy="true" className={`animate-pulse rounded-md bg-raised ${HEIGHT}`} />;
  }
  const { incidents, isToNow } = overview;
  if (incidents === undefined) return <Untold overview={overview} />;
  if (incidents.length === 0) return <None />;
  const more = incidents.length - 1;
  return (
    <section aria-label="Incidents" className={PANEL}>
      <ul className="m-0 list-none p-0">
        {incidents.slice(0, isWhole ? undefined : 1).map((incident, i) => (
          <li className={ROW} key={`${incident.hunt} ${incident.expectation} ${incident.from}`}>
            <IncidentWords incident={incident} isToNow={isToNow} />
            {i === 0 && more > 0 && (
              <Button aria-expanded={isWhole} onClick={() => setWhole(!isWhole)} tone="bare">
                {isWhole ? 'Fewer' : `${more} more`}
              </Button>
            )}
            <Button aria-label="See the events" onClick={() => onBehind(eventsOf(incident))}>
              <span className="max-sm:hidden">See the</span>
              <span className="max-sm:capitalize">events</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface IncidentWordsProps {
  readonly incident: Incident;
  readonly isToNow: boolean;
}

function IncidentWords({ incident, isToNow }: IncidentWordsProps) {
  const { hunt, expectation, from, to, count, isOpen } = incident;
  const colour = isOpen ? 'text-bad' : 'text-muted';
  return (
    <>
      <TriangleAlert aria-hidden="true" className={`shrink-0 ${colour}`} size={15} />
      <div className="flex min-w-0 flex-1 flex-col gap-x-3 sm:flex-row sm:items-center">
        <span className="truncate">
          <strong className="font-medium">{stateOf(isOpen, isToNow)}</strong>{' '}
          <span className="figures">{expectation}</span> of {hunt}
        </span>
        <span className="figures truncate text-muted">
          {formatNumberOf(count, 'event')},{' '}
          {isOpen && isToNow
            ? `${formatWhen(from, Date.now())} to now`
            : formatSpan({ from, to }, Date.now())}
        </span>
      </div>
    </>
  );
}

function None() {
  return (
    <section aria-label="Incidents" className={PANEL}>
      <p className={`flex items-center px-3 text-[13px] text-muted ${HEIGHT}`}>
        No incident in what is shown.
      </p>
    </section>
  );
}

function stateOf(isOpen: boolean, isToNow: boolean): string {
  if (!isOpen) return 'Over';
  return isToNow ? 'Open' : 'Goes on past the range';
}

/** Of a long or an old range it is not looked at, or not kept, how many came within a minute. */
function Untold({ overview: { view } }: { readonly overview: Overview }) {
  const unmet = sumOf(Object.fromEntries(totalsOf(view, 'unmet')));
  if (unmet === 0) return <None />;
  return (
    <section aria-label="Incidents" className={PANEL}>
      <p className="px-3 py-1.5 text-[13px] text-muted">
        {formatCount(unmet)} did not meet an expectation; which of them made an incident can’t be
        told of this range. Choose one of at most {formatMillis(INCIDENT_RANGE_MS)} that begins in
        the last {formatMillis(INCIDENTS_KEPT_MS)}.
      </p>
    </section>
  );
}

/** A tick is counted whole in the bucket of its middle: what it counts may lie beside that. */
function eventsOf({ hunt, expectation, from, to }: IncidentSpan): Behind {
  const [first, last] = [from - METRICS_TICK_MS, to + METRICS_TICK_MS];
  return { kind: 'events', from: first, to: last, unmet: expectation, hunt };
}
