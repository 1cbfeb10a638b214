'use client';
/** Find an event by its id, or look through the newest, filtered. */
import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatNumberOf } from '../../format/numbers';
import { formatSpan } from '../../format/times';
import { keyOfEvent } from '../../live/liveState';
import { useScope } from '../../live/scope';
import { Panel } from '../../ui/Panel';
import type { EventsAnswer } from './answers';
import { EventFilters } from './EventFilters';
import { EventList } from './EventList';
import { type EventFilter, useEventFilter } from './useEventFilter';

const REFRESH_MS = 2_000;
const LIMIT = 100;

export function EventsScreen() {
  const [{ hunt, paused }] = useScope();
  const [filter] = useEventFilter();
  const isMoving = !paused && filter.id === null && filter.from === null;
  const { id, ...others } = filter;
  const asked = id === null ? { ...others, hunt, limit: LIMIT } : { id };
  const query = useQuery({
    queryKey: ['events', asked],
    queryFn: () => fetchJson<EventsAnswer>('/api/events', asked),
    refetchInterval: isMoving ? REFRESH_MS : false,
    placeholderData: (before) => before,
  });
  const events = query.data?.events ?? [];
  const state = panelStateOf(query, (data) =>
    data.events.length > 0 ? undefined : { is: 'empty', ...emptyWords(filter) },
  );
  const only = id !== null && events.length === 1 ? events[0] : undefined;
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Events</h1>
      <EventFilters />
      <Panel
        note={noteOf(filter, query.data)}
        state={state}
        title={id === null ? 'Decided events' : 'Events of this id'}
      >
        <EventList
          events={events}
          key={only ? keyOfEvent(only) : 'list'}
          label="Events"
          openAtStart={only && keyOfEvent(only)}
        />
      </Panel>
    </div>
  );
}

function noteOf({ from, to }: EventFilter, data: EventsAnswer | undefined): string {
  if (!data) return '';
  const count = formatNumberOf(data.events.length, 'event');
  const span = from !== null && to !== null ? `, ${formatSpan({ from, to }, Date.now())}` : '';
  return data.isCut ? `the newest ${count}${span}` : `${count}${span}`;
}

function emptyWords({ id, ...others }: EventFilter) {
  if (id !== null) {
    return {
      says: 'No decided event has this id. Refused ones never reach the log: see Quarantine.',
    };
  }
  const isNarrow = Object.values(others).some((value) => value !== null);
  if (isNarrow) return { says: 'No event matches the filter.' };
  return {
    says: 'Events appear here as soon as players send some. To see a crowd play:',
    command: 'npx trove simulate --hunt harbour-night',
  };
}
