/** One event in a list: a line that opens in place. On narrow screens it takes two lines. */
import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { formatMillis } from '../../format/numbers';
import { keyOfEvent } from '../../live/liveState';
import type { NamedEvent } from '../../live/namedEvent';
import { wordOfVerdict } from '../../live/outcomes';
import { OutcomeTag } from '../../ui/OutcomeTag';
import { TimeText } from '../../ui/TimeText';
import { EventDetail } from './EventDetail';
import { wholeMs } from './stageTimes';

interface EventRowProps {
  readonly event: NamedEvent;
  readonly isOpen: boolean;
  readonly onToggle: (key: string) => void;
}

const GRID =
  'grid w-full grid-cols-[auto_1fr_auto] items-center gap-x-3 px-2 py-1 text-left ' +
  'hover:bg-raised focus-visible:bg-raised ' +
  '@4xl:grid-cols-[9.5rem_7.5rem_9.5rem_minmax(0,1fr)_7rem_4rem_4.5rem_1rem]';

export const EventRow = memo(function EventRow({ event, isOpen, onToggle }: EventRowProps) {
  const { result } = event;
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        aria-expanded={isOpen}
        className={GRID}
        data-row=""
        onClick={() => onToggle(keyOfEvent(event))}
        type="button"
      >
        <TimeText as="millis" ms={event.committedAt} />
        <OutcomeTag outcome={result.outcome} />
        <span className="hidden truncate text-muted @4xl:block">{event.type}</span>
        <span className="col-span-2 truncate @4xl:col-span-1">
          {event.teamName ?? event.team}
          {result.clue !== undefined && (
            <span className="text-muted"> · {event.clueTitle ?? result.clue}</span>
          )}
          {result.verdict && (
            <span className="text-muted @4xl:hidden"> · {wordOfVerdict(result.verdict)}</span>
          )}
        </span>
        <span className="hidden truncate text-muted @4xl:block">
          {result.verdict ? wordOfVerdict(result.verdict) : ''}
        </span>
        <Points points={result.points ?? 0} />
        <span className="figures hidden text-right text-muted @4xl:block" title="door → committed">
          {formatMillis(wholeMs(event))}
        </span>
        <ChevronDown
          aria-hidden="true"
          className={clsx('hidden text-muted @4xl:block', isOpen && 'rotate-180')}
          size={14}
        />
      </button>
      {isOpen && <EventDetail event={event} />}
    </li>
  );
});

function Points({ points }: { readonly points: number }) {
  return (
    <span className={clsx('figures text-right', points === 0 ? 'text-muted' : 'text-accent')}>
      {points === 0 ? '·' : `${points > 0 ? '+' : ''}${points}`}
    </span>
  );
}
