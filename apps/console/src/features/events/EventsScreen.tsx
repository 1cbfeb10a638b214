'use client';
/** Find an event by its id, or look through the newest, filtered. */
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatSpan } from '../../format/times';
import { keyOfEvent } from '../../live/liveState';
import { useScope } from '../../live/scope';
import { Panel } from '../../ui/Panel';
import type { EventsAnswer } from './answers';
import { EventFilters } from './EventFilters';
import { EventList } from './EventList';
import { emptyWords } from './emptyWords';
import { wordsOfFound } from './joinPages';
import { LookFurther } from './LookFurther';
import { ReceiptElsewhere } from './ReceiptElsewhere';
import { type EventFilter, useEventFilter } from './useEventFilter';
import { useEventPages } from './useEventPages';

const REFRESH_MS = 2_000;
const LIMIT = 100;

export function EventsScreen() {
  const [{ hunt, paused }] = useScope();
  const [filter] = useEventFilter();
  const isMoving = !paused && filter.id === null && filter.from === null;
  const { id, ...others } = filter;
  const asked = id === null ? { ...others, hunt, limit: LIMIT } : { id };
  const pages = useEventPages(asked, isMoving ? REFRESH_MS : undefined);
  const { query, found } = pages;
  const events = found?.events ?? [];
  const state = panelStateOf(query, () => found && emptyWords(filter, found));
  const only = id !== null && events.length === 1 ? events[0] : undefined;
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Events</h1>
      <EventFilters />
      <Panel
        note={noteOf(filter, found)}
        state={state}
        title={id === null ? 'Decided events' : 'Events of this id'}
      >
        <EventList
          events={events}
          key={only ? keyOfEvent(only) : 'list'}
          label="Events"
          openAtStart={only && keyOfEvent(only)}
        />
        <LookFurther pages={pages} />
        {id !== null && <ReceiptElsewhere id={id} is={found?.elsewhere} />}
      </Panel>
    </div>
  );
}

function noteOf({ from, to }: EventFilter, found: EventsAnswer | undefined): string {
  if (!found) return '';
  const span = from !== null && to !== null ? `, ${formatSpan({ from, to }, Date.now())}` : '';
  return `${wordsOfFound(found)}${span}`;
}
