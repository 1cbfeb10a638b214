'use client';
/** Whether an act that waited in the log was decided since. */
import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import type { EventsAnswer } from '../events/answers';

const LOOK_MS = 1_000;

/** `id` is of the act's event; undefined where nothing waits. */
export function useDecided(id: string | undefined): boolean {
  const { data } = useQuery({
    queryKey: ['decided', id],
    queryFn: async () => (await fetchJson<EventsAnswer>('/api/events', { id })).events.length > 0,
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data === true ? false : LOOK_MS),
  });
  return data === true;
}
