'use client';
/**
 * What all panels of the overview draw from: one view, worked out once a second from the live
 * stream, or as history answers it for longer windows and for ranges.
 */
import type { Bucket, BucketSlice, Incident } from '@trove/core/projection';
import { incidentsOf } from '@trove/core/projection/incidents';
import { useMemo } from 'react';
import { formatMillis } from '../../format/numbers';
import type { HistoryAnswer, Mark } from '../../live/historyAnswer';
import { useHealth, useIsSilent, useLive } from '../../live/LiveProvider';
import type { LiveState } from '../../live/liveState';
import { isLiveWindow, type LiveMinutes, useScope } from '../../live/scope';
import type { View } from '../../live/series';
import { useHistory, useLiveMarks } from '../../live/useHistory';
import { domainOf, viewOf } from '../../live/view';
import type { PanelState } from '../../ui/Panel';
import { type DrawnFrom, staleState, stateBefore } from './staleState';

export interface Overview {
  readonly view: View;
  readonly domain: readonly [number, number];
  /** The hunt's stages from merged sketches: of the last minute, or of all that is shown. */
  readonly stages: BucketSlice['stages'];
  readonly partitions: number;
  readonly marks: readonly Mark[];
  /** Of the hunt in view, or of all; undefined where the range is too long or too old to tell. */
  readonly incidents: readonly Incident[] | undefined;
  /** Whether what is open where the view ends is so now. */
  readonly isToNow: boolean;
  /** Drawn from history, and not from the live stream. */
  readonly isPast: boolean;
  /** All of it is still to come. */
  readonly isAhead: boolean;
}

/** Undefined until the first message, or the first answer of history, has come. */
export function useOverview(): Overview | undefined {
  const { shown } = useLive();
  const marks = useLiveMarks();
  const { isPast, query } = useHistory();
  const [{ hunt, window }] = useScope();
  const answer = isPast ? query.data : undefined;
  return useMemo(() => {
    if (answer) return pastOf(answer, hunt ?? undefined);
    if (isPast || !shown || !isLiveWindow(window)) return undefined;
    return liveOf(shown, { minutes: window, hunt: hunt ?? undefined, marks });
  }, [answer, isPast, shown, hunt, window, marks]);
}

interface LiveScope {
  readonly minutes: LiveMinutes;
  readonly hunt: string | undefined;
  readonly marks: readonly Mark[];
}

function liveOf(shown: LiveState, { minutes, hunt, marks }: LiveScope): Overview {
  const view = viewOf(shown, minutes, hunt);
  return {
    view,
    incidents: liveIncidents(view),
    isToNow: true,
    domain: domainOf(shown, minutes),
    stages: hunt === undefined ? shown.minute.all : (shown.minute.hunts[hunt] ?? {}),
    partitions: shown.partitions.length,
    marks,
    isPast: false,
    isAhead: false,
  };
}

function liveIncidents({ buckets, widthMs, hunt }: View): Overview['incidents'] {
  const endMs = (buckets.at(-1)?.at ?? 0) + widthMs;
  const found = incidentsOf(buckets, { widthMs, endMs });
  return found?.filter((one) => hunt === undefined || one.hunt === hunt);
}

function pastOf(answer: HistoryAnswer, hunt: string | undefined): Overview {
  const { buckets, widthMs, from, to, stages, marks, covered, incidents, nowMs } = answer;
  const isKnownToNow = answer.knownToMs !== null && nowMs - answer.knownToMs <= BEHIND_MS;
  return {
    view: { buckets, widthMs, hunt, covered },
    incidents: incidents ?? undefined,
    isToNow: to >= nowMs && isKnownToNow,
    domain: [from, to],
    stages,
    partitions: Math.max(0, ...buckets.map(({ lag }) => lag?.lag.length ?? 0)),
    marks,
    isPast: true,
    isAhead: from > nowMs,
  };
}

interface LivePanel {
  /** Whether the window holds anything to draw; undefined while nothing is known. */
  readonly hasData: boolean | undefined;
  /** What is said when it holds nothing; a live panel goes on with a command. */
  readonly emptySays: string;
  readonly from: DrawnFrom;
  /** It draws the live stream even while the others draw the past. */
  readonly isLiveOnly?: boolean;
  /** A simulated crowd would not bring any either. */
  readonly isQuiet?: boolean;
}

/** The state of a panel that draws the overview's view, live or past. */
export function useLivePanelState(panel: LivePanel): PanelState {
  const { hasData, emptySays, from, isLiveOnly = false, isQuiet = false } = panel;
  const health = useHealth();
  const [{ paused, hunt }] = useScope();
  const isSilent = useIsSilent();
  const past = useHistoryState();
  if (past && !isLiveOnly)
    return past.is === 'live' && hasData === false ? { is: 'empty', says: emptySays } : past;
  if (hasData === undefined) return stateBefore(isSilent);
  const stale = staleState(health, from);
  if (stale) return stale;
  if (!hasData) {
    if (isQuiet) return { is: 'empty', says: emptySays };
    return {
      is: 'empty',
      says: `${emptySays} To see some:`,
      command: `npx trove simulate --hunt ${hunt ?? 'harbour-night'}`,
    };
  }
  return paused ? { is: 'paused' } : { is: 'live' };
}

/** History is written every second; this much later it is behind. */
const BEHIND_MS = 30_000;
const LONG_BEHIND_MS = 300_000;

/** How far the past can be trusted; undefined while the live stream is what is drawn. */
export function useHistoryState(): PanelState | undefined {
  const { isPast, query } = useHistory();
  if (!isPast) return undefined;
  const { data, error } = query;
  if (error && !data) {
    return { is: 'error', says: error.message, onRetry: () => void query.refetch() };
  }
  if (!data) return { is: 'loading' };
  if (error) return { is: 'stale', says: `not refreshed: ${error.message}`, isLong: false };
  const wantedMs = Math.min(data.nowMs, data.to);
  const behindMs = wantedMs - (data.knownToMs ?? 0);
  if (data.knownToMs !== null && behindMs > BEHIND_MS) {
    const says = `history is ${formatMillis(behindMs)} behind`;
    return { is: 'stale', says, isLong: behindMs > LONG_BEHIND_MS };
  }
  return { is: 'live' };
}

/** True when some bucket of the view has something in it. */
export function hasAny(view: View | undefined, test: (bucket: Bucket) => boolean) {
  return view?.buckets.some(test);
}
