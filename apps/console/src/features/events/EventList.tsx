'use client';
/** A list of events whose rows open in place; j, k, Enter and Esc work on it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { keyOfEvent } from '../../live/liveState';
import type { FeedEvent } from '../../live/messages';
import { useListKeys } from '../../ui/useListKeys';
import { EventRow } from './EventRow';

interface EventListProps {
  readonly label: string;
  readonly events: readonly FeedEvent[];
  /** Key of the row that is open from the start. */
  readonly openAtStart?: string;
  readonly hasKeys?: boolean;
  /** Told when a row is opened, so that a moving list can stand still. */
  readonly onOpened?: () => void;
}

export function EventList({ label, events, openAtStart, hasKeys, onOpened }: EventListProps) {
  const [openKey, setOpenKey] = useState<string | undefined>(openAtStart);
  const list = useRef<HTMLUListElement>(null);
  const toggle = useCallback(
    (key: string) => {
      setOpenKey((open) => (open === key ? undefined : key));
      onOpened?.();
    },
    [onOpened],
  );
  const open = useCallback(
    (index: number) => {
      const event = events[index];
      if (event) toggle(keyOfEvent(event));
    },
    [events, toggle],
  );
  const close = useCallback(() => setOpenKey(undefined), []);
  const { at } = useListKeys({
    count: events.length,
    onOpen: open,
    onClose: close,
    isActive: hasKeys ?? true,
  });
  useEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ul aria-label={label} className="@container m-0 list-none p-0 text-[13px]" ref={list}>
      {events.map((event, index) => (
        <EventRow
          event={event}
          isAt={index === at}
          isOpen={keyOfEvent(event) === openKey}
          key={keyOfEvent(event)}
          onToggle={toggle}
        />
      ))}
    </ul>
  );
}
