/** The figures at the head of the overview. Pure: a view in, numbers out. */
import type { Outcome, Stage } from '@trove/contracts';
import type { StageFigures } from '@trove/core/projection';
import { outcomeCounts, outcomeTotals, sliceOf, spanOf, sumOf, type View } from '../../live/series';

/** Seconds over which the newest rate is taken: one second alone jumps too much to be read. */
const RECENT_MS = 5_000;

export interface HeadFigures {
  readonly eventsPerSecond: number;
  /** Change against the window's mean; undefined without one. */
  readonly change: number | undefined;
  /** The newest p99 from door to push, microseconds. */
  readonly p99Micros: number | undefined;
  /** Shares of all events of the window. */
  readonly duplicates: number;
  readonly refused: number;
  /** Points given in the window. */
  readonly points: number;
}

const REFUSED: readonly Outcome[] = ['conflict', 'late', 'invalid', 'rate_limited', 'quarantined'];

/** What `headFigures` says of the newest moment, over all of a view of the past. */
export function pastFigures(view: View, whole: StageFigures | undefined): HeadFigures {
  const known = view.buckets.filter((bucket) => bucket.hasWorker || bucket.hasIngest);
  return {
    ...headFigures(view),
    eventsPerSecond: rateOf({ ...view, buckets: known }),
    change: undefined,
    p99Micros: whole?.[3],
  };
}

export function headFigures(view: View): HeadFigures {
  const totals = outcomeTotals(view);
  const all = sumOf(totals);
  const known = view.buckets.filter((bucket) => bucket.hasWorker || bucket.hasIngest);
  const recent = known.slice(-Math.max(1, Math.round(RECENT_MS / view.widthMs)));
  const eventsPerSecond = rateOf({ ...view, buckets: recent });
  const mean = rateOf({ ...view, buckets: known });
  const share = (outcomes: readonly Outcome[]) =>
    all === 0 ? 0 : outcomes.reduce((sum, one) => sum + (totals[one] ?? 0), 0) / all;
  return {
    eventsPerSecond,
    change: mean > 0 ? eventsPerSecond / mean - 1 : undefined,
    p99Micros: newestFigures(view, 'whole')?.[3],
    duplicates: share(['duplicate']),
    refused: share(REFUSED),
    points: view.buckets.reduce((sum, one) => sum + (sliceOf(one, view.hunt).points ?? 0), 0),
  };
}

/** The newest figures of a stage. */
export function newestFigures(view: View, stage: Stage): StageFigures | undefined {
  return view.buckets
    .toReversed()
    .map((bucket) => sliceOf(bucket, view.hunt).stages?.[stage])
    .find((figures) => figures !== undefined);
}

function rateOf(view: View): number {
  const { buckets, hunt } = view;
  const spanMs = buckets.reduce((sum, one) => sum + spanOf(view, one), 0);
  if (spanMs === 0) return 0;
  const events = buckets.reduce((sum, one) => sum + sumOf(outcomeCounts(sliceOf(one, hunt))), 0);
  return (events * 1_000) / spanMs;
}
