'use client';
/** A list of events whose rows open in place; j, k, Enter and Esc work on it. */
import { useCallback, useRef, useState } from 'react';
import { keyOfEvent } from '../../live/liveState';
import type { NamedEvent } from '../../live/namedEvent';
import { useListKeys } from '../../ui/useListKeys';
import { EventRow } from './EventRow';

interface EventListProps {
  readonly label: string;
  readonly events: readonly NamedEvent[];
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
  const close = useCallback(() => setOpenKey(undefined), []);
  useListKeys(list, { onClose: close, isActive: hasKeys ?? true });
  return (
    <ul aria-label={label} className="@container m-0 list-none p-0 text-[13px]" ref={list}>
      {events.map((event) => (
        <EventRow
          event={event}
          isOpen={keyOfEvent(event) === openKey}
          key={keyOfEvent(event)}
          onToggle={toggle}
        />
      ))}
    </ul>
  );
}
