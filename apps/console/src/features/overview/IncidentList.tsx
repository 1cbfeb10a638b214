'use client';
/** Runs of events that did not meet what a hunt expects; nothing is shown while there is none. */
import { METRICS_TICK_MS } from '@trove/contracts/limits';
import { type Incident, incidentsOf } from '@trove/core/projection/incidents';
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { formatNumberOf } from '../../format/numbers';
import { formatSpan, formatWhen } from '../../format/times';
import { Button } from '../../ui/Button';
import type { Behind, OnBehind } from './BehindSheet';
import type { Overview } from './useOverview';

interface IncidentListProps {
  readonly overview: Overview | undefined;
  readonly onBehind: OnBehind;
}

type IncidentSpan = Pick<Incident, 'hunt' | 'expectation' | 'from' | 'to'>;

const ROW =
  'flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1.5 ' +
  'first:border-t-0';

export function IncidentList({ overview, onBehind }: IncidentListProps) {
  const view = overview?.view;
  const incidents = useMemo(() => {
    const found = view ? incidentsOf(view.buckets, view.widthMs) : [];
    return found.filter(({ hunt }) => view?.hunt === undefined || hunt === view.hunt);
  }, [view]);
  if (incidents.length === 0) return null;
  return (
    <section aria-label="Incidents" className="rounded-md border border-line bg-panel">
      <ul className="m-0 list-none p-0">
        {incidents.map(({ hunt, expectation, from, to, count, isOpen }) => (
          <li className={ROW} key={`${hunt} ${expectation} ${from}`}>
            <TriangleAlert
              aria-hidden="true"
              className={isOpen ? 'text-bad' : 'text-muted'}
              size={15}
            />
            <strong className="font-medium">{isOpen ? 'Open' : 'Over'}</strong>
            <span>
              <span className="figures">{expectation}</span> of {hunt}
            </span>
            <span className="figures text-muted">
              {formatNumberOf(count, 'event')},{' '}
              {isOpen
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

/** A tick is counted whole in the bucket of its middle: what it counts may lie beside that. */
function eventsOf({ hunt, expectation, from, to }: IncidentSpan): Behind {
  const [first, last] = [from - METRICS_TICK_MS, to + METRICS_TICK_MS];
  return { kind: 'events', from: first, to: last, unmet: expectation, hunt };
}
