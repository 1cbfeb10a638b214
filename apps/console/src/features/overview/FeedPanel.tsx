'use client';
/** A sample of what is decided now, newest on top. It stands still while a row is open. */
import { useCallback, useMemo, useState } from 'react';
import { formatCount } from '../../format/numbers';
import { useLive } from '../../live/LiveProvider';
import { FEED_SAMPLE } from '../../live/messages';
import type { NamedEvent } from '../../live/namedEvent';
import { useScope } from '../../live/scope';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { EventList } from '../events/EventList';
import { useLivePanelState } from './useOverview';

const SHOWN = 25;

export function FeedPanel({ hasKeys }: { readonly hasKeys: boolean }) {
  const { shown, waiting } = useLive();
  const [{ hunt, paused }, setScope] = useScope();
  const [filter, setFilter] = useState('');
  const events = useMemo(
    () => filterFeed(shown?.feed ?? [], hunt, filter).slice(0, SHOWN),
    [shown, hunt, filter],
  );
  const hold = useCallback(() => void setScope({ paused: true }), [setScope]);
  const state = useLivePanelState({
    hasData: shown && shown.feed.length > 0,
    emptySays: 'No event yet.',
    from: 'worker',
    isLiveOnly: true,
  });
  return (
    <Panel
      note={`a sample of up to ${FEED_SAMPLE} a second`}
      state={state}
      title="Live feed"
      tools={
        <>
          {paused && (
            <Button onClick={() => void setScope({ paused: false })} tone="bare">
              <span className="figures">+{formatCount(waiting)} new while paused</span>
            </Button>
          )}
          <label>
            <span className="sr-only">Filter the feed</span>
            <input
              className="h-8 w-36 rounded-md border border-line bg-ground px-2 text-[13px] sm:w-52"
              data-filter=""
              onChange={(event) => setFilter(event.target.value)}
              placeholder="team, type, outcome…"
              value={filter}
            />
          </label>
        </>
      }
    >
      {events.length === 0 ? (
        <p className="py-6 text-muted">Nothing in the sample matches.</p>
      ) : (
        <EventList events={events} hasKeys={hasKeys} label="Live feed" onOpened={hold} />
      )}
    </Panel>
  );
}

function filterFeed(
  feed: readonly NamedEvent[],
  hunt: string | null,
  filter: string,
): readonly NamedEvent[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return feed.filter((event) => {
    if (hunt !== null && event.hunt !== hunt) return false;
    const { outcome, verdict = '', clue = '' } = event.result;
    const { id, type, team, player, teamName = '', clueTitle = '' } = event;
    const text = [id, type, team, player, outcome, verdict, clue, teamName, clueTitle]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
