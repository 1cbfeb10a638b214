'use client';
/** Events from the route, look by look: a look ends somewhere, and the next goes on from there. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import type { EventsAnswer } from './answers';
import { joinPages } from './joinPages';

/** An event that is not decided yet will soon be. */
const PENDING_MS = 500;

interface Asked {
  readonly id?: string;
  readonly hunt?: string | null | undefined;
  readonly from?: number | null;
  readonly limit?: number;
  readonly [name: string]: string | number | null | undefined;
}

/** With `refreshMs` the first look is repeated; who has looked further reads in peace. */
export function useEventPages(asked: Asked, refreshMs?: number) {
  const query = useInfiniteQuery({
    queryKey: ['events', asked],
    queryFn: ({ pageParam }) =>
      fetchJson<EventsAnswer>('/api/events', {
        ...asked,
        ...(pageParam === undefined ? {} : { from: asked.from ?? 0, to: pageParam }),
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ openToMs }) => openToMs,
    refetchInterval: ({ state }) => {
      const [first, second] = state.data?.pages ?? [];
      if (first?.elsewhere === 'pending') return PENDING_MS;
      return refreshMs === undefined || second !== undefined ? false : refreshMs;
    },
    placeholderData: (before) => before,
  });
  return { query, found: query.data && joinPages(query.data.pages) };
}

export type EventPages = ReturnType<typeof useEventPages>;
