/** The buckets of one window, without holes and without the one that is still filling. */
import type { Bucket } from '@trove/core/projection';
import type { LiveState } from './liveState';
import type { LiveMinutes } from './scope';
import type { View } from './series';

const WIDTH_MS = { '5': 1_000, '15': 3_000 } as const;
/** Frames of a second are here at the latest this long after it. */
const SETTLE_MS = 1_100;

/** What to draw of `state` at `nowMs` of Redis's clock. */
export function viewOf(state: LiveState, minutes: LiveMinutes, hunt: string | undefined): View {
  const widthMs = WIDTH_MS[minutes];
  const kept = minutes === '5' ? state.fine : state.coarse;
  const end = Math.floor((state.nowMs - SETTLE_MS) / widthMs) * widthMs;
  const start = end - Number(minutes) * 60_000;
  const byStart = new Map(kept.map((bucket) => [bucket.at, bucket]));
  const first = kept.find((bucket) => bucket.at >= start)?.at ?? end;
  const buckets: Bucket[] = [];
  for (let at = first; at < end; at += widthMs) buckets.push(byStart.get(at) ?? unknown(at));
  return { buckets, widthMs, hunt };
}

/** First and last millisecond of the axis. */
export function domainOf(state: LiveState, minutes: LiveMinutes): [number, number] {
  const widthMs = WIDTH_MS[minutes];
  const end = Math.floor((state.nowMs - SETTLE_MS) / widthMs) * widthMs;
  return [end - Number(minutes) * 60_000, end];
}

function unknown(at: number): Bucket {
  return { at, hasWorker: false, hasIngest: false, all: {}, hunts: {} };
}
