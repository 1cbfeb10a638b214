'use client';
/** What all panels of the overview draw from: one view, one state, worked out once a second. */
import type { Bucket } from '@trove/core/projection';
import { useMemo } from 'react';
import { useHealth, useLive } from '../../live/LiveProvider';
import type { LiveState } from '../../live/liveState';
import { useScope, type WindowMinutes } from '../../live/scope';
import type { View } from '../../live/series';
import { domainOf, viewOf } from '../../live/view';
import type { PanelState } from '../../ui/Panel';

export interface Overview {
  readonly live: LiveState;
  readonly view: View;
  readonly domain: readonly [number, number];
  readonly minutes: WindowMinutes;
}

/** Undefined until the first message has come. */
export function useOverview(): Overview | undefined {
  const { shown } = useLive();
  const [{ hunt, window }] = useScope();
  return useMemo(() => {
    if (!shown) return undefined;
    return {
      live: shown,
      view: viewOf(shown, window, hunt ?? undefined),
      domain: domainOf(shown, window),
      minutes: window,
    };
  }, [shown, hunt, window]);
}

interface LivePanel {
  /** Whether the window holds anything to draw; undefined while nothing is known. */
  readonly hasData: boolean | undefined;
  /** What is said above the command when it holds nothing. */
  readonly emptySays: string;
  /** Whose frames the panel draws; it is not stale for want of another's. */
  readonly from: 'worker' | 'ingest' | 'both';
}

/** The state of a panel of live data. */
export function useLivePanelState({ hasData, emptySays, from }: LivePanel): PanelState {
  const health = useHealth();
  const [{ paused }] = useScope();
  if (hasData === undefined) return { is: 'loading' };
  const isOthers =
    (health?.away === 'worker' && from === 'ingest') ||
    (health?.away === 'ingest' && from === 'worker');
  if (health && health.level !== 'live' && !isOthers) {
    const says = `${health.says.split(':')[0]} · ${Math.round(health.ageMs / 1_000)} s`;
    return { is: 'stale', says, isLong: health.level === 'lost' };
  }
  if (!hasData) {
    return { is: 'empty', says: emptySays, command: 'npx trove simulate --hunt harbour-night' };
  }
  return paused ? { is: 'paused' } : { is: 'live' };
}

/** True when some bucket of the view has something in it. */
export function hasAny(view: View | undefined, test: (bucket: Bucket) => boolean) {
  return view?.buckets.some(test);
}
