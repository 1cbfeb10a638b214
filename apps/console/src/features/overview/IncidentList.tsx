'use client';
/** Runs of events that did not meet what a hunt expects; nothing is shown while there is none. */
import { METRICS_TICK_MS } from '@trove/contracts/limits';
import type { Incident } from '@trove/core/projection';
import { INCIDENT_RANGE_MS, INCIDENTS_KEPT_MS } from '@trove/core/projection/incidents';
import { TriangleAlert } from 'lucide-react';
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
const ROW =
  'flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1.5 ' +
  'first:border-t-0';

export function IncidentList({ overview, onBehind }: IncidentListProps) {
  if (overview === undefined) return null;
  const { incidents, isToNow } = overview;
  if (incidents === undefined) return <Untold overview={overview} />;
  if (incidents.length === 0) return null;
  return (
    <section aria-label="Incidents" className={PANEL}>
      <ul className="m-0 list-none p-0">
        {incidents.map(({ hunt, expectation, from, to, count, isOpen }) => (
          <li className={ROW} key={`${hunt} ${expectation} ${from}`}>
            <TriangleAlert
              aria-hidden="true"
              className={isOpen ? 'text-bad' : 'text-muted'}
              size={15}
            />
            <strong className="font-medium">{stateOf(isOpen, isToNow)}</strong>
            <span>
              <span className="figures">{expectation}</span> of {hunt}
            </span>
            <span className="figures text-muted">
              {formatNumberOf(count, 'event')},{' '}
              {isOpen && isToNow
                ? `${formatWhen(from, Date.now())} to now`
                : formatSpan({ from, to }, Date.now())}
            </span>
            <Button
              className="ml-auto"
              onClick={() => onBehind(eventsOf({ hunt, expectation, from, to }))}
            >
              See the events
            </Button>
          </li>
        ))}
      </ul>
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
  if (unmet === 0) return null;
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
