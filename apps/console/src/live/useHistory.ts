'use client';
/** The past as the scope asks for it: a frozen range, or a window longer than the live stream. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { INCIDENT_QUIET_MS } from '@trove/core/projection/incidents';
import { fetchJson } from '../fetching/fetchJson';
import type { HistoryAnswer, Mark, MarksAnswer } from './historyAnswer';
import { isLiveWindow, useScope } from './scope';

/** How often a window that moves, or the end of a range that is still being written, is asked. */
const REFRESH_MS = { '60': 5_000, '1440': 30_000 } as const;
/** Buckets this wide are asked for as seldom as those of a day. */
const WIDE_MS = 60_000;
const MARKS_REFRESH_MS = 5_000;
const NO_MARKS: readonly Mark[] = [];

export interface History {
  /** False while the live stream is what is drawn. */
  readonly isPast: boolean;
  /** True when it does not move: the same address shows the same to somebody else. */
  readonly isFrozen: boolean;
  readonly query: UseQueryResult<HistoryAnswer>;
}

export function useHistory(): History {
  const [{ hunt, window, paused, range }] = useScope();
  const isPast = range !== null || !isLiveWindow(window);
  const span = range ? { from: range.fromMs, to: range.toMs } : { minutes: Number(window) };
  const query = useQuery({
    queryKey: ['history', span, hunt],
    queryFn: () => fetchJson<HistoryAnswer>('/api/history', { ...span, hunt }),
    enabled: isPast,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state: { data } }) => {
      if (range) return isWritten(data) ? false : REFRESH_MS[isWide(data) ? '1440' : '60'];
      return paused || isLiveWindow(window) ? false : REFRESH_MS[window];
    },
  });
  return { isPast, isFrozen: range !== null, query };
}

/** Publications and starts of the live window; history has its own with it. */
export function useLiveMarks(): readonly Mark[] {
  const [{ hunt, window, range, paused }] = useScope();
  const { data } = useQuery({
    queryKey: ['marks', window, hunt],
    queryFn: () => fetchJson<MarksAnswer>('/api/history/marks', { minutes: window, hunt }),
    enabled: range === null && isLiveWindow(window),
    refetchInterval: paused ? false : MARKS_REFRESH_MS,
  });
  return data?.marks ?? NO_MARKS;
}

/**
 * Whether the last bucket is over, which may end after the range does, and is known; of an incident
 * that the range ends in, whether it was over then.
 */
function isWritten(data: HistoryAnswer | undefined): boolean {
  if (data === undefined) return false;
  const isOpen = data.incidents?.some((incident) => incident.isOpen) ?? false;
  return (data.knownToMs ?? 0) >= data.to + (isOpen ? INCIDENT_QUIET_MS : 0);
}

function isWide(data: HistoryAnswer | undefined): boolean {
  return data !== undefined && data.widthMs >= WIDE_MS;
}
