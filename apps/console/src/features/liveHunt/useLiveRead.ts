'use client';
/** A read of a live hunt that is refreshed while nothing is paused. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { useScope } from '../../live/scope';

interface LiveRead {
  readonly slug: string;
  /** Last part of the route. */
  readonly name: 'control' | 'progress' | 'help' | 'team' | 'board' | 'finish' | 'photos';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Absent: it is read once. */
  readonly everyMs?: number;
}

export function useLiveRead<T>({ slug, name, query = {}, everyMs }: LiveRead) {
  const [{ paused }] = useScope();
  return useQuery({
    queryKey: ['live', slug, name, query],
    queryFn: () => fetchJson<T>(`/api/hunts/${slug}/live/${name}`, query),
    placeholderData: keepPreviousData,
    refetchInterval: paused || everyMs === undefined ? false : everyMs,
  });
}
