/** From buckets to what a chart draws: rows of plain numbers, `null` where nothing is known. */
import type { Ack, Outcome, Stage } from '@trove/contracts';
import type { Bucket, BucketSlice, Covered } from '@trove/core/projection';
import { OUTCOME_ORDER } from './outcomes';

export interface Row {
  /** First millisecond of the bucket. */
  readonly at: number;
  readonly [series: string]: number | null;
}

export interface View {
  readonly buckets: readonly Bucket[];
  readonly widthMs: number;
  /** Slug of the hunt, or undefined for all. */
  readonly hunt: string | undefined;
  /** Clues suggested in all of it, by hunt; absent where each bucket says so of each hunt. */
  readonly covered?: Readonly<Record<string, Covered>>;
}

const EMPTY: BucketSlice = {};
const REFUSED_AT_DOOR: readonly (Ack & Outcome)[] = ['invalid', 'late', 'rate_limited'];

export function sliceOf(bucket: Bucket, hunt: string | undefined): BucketSlice {
  return hunt === undefined ? bucket.all : (bucket.hunts[hunt] ?? EMPTY);
}

/** Events a second by outcome: those decided, and those refused at the door. */
export function outcomeRows(view: View): Row[] {
  return view.buckets.map((bucket) => {
    const counts = outcomeCounts(sliceOf(bucket, view.hunt));
    const row: Record<string, number | null> = { at: bucket.at };
    for (const outcome of OUTCOME_ORDER) {
      const count = counts[outcome] ?? 0;
      // Refusals of the door are known without a worker, but none of them is no news then.
      row[outcome] = bucket.hasWorker || count > 0 ? perSecond(count, view, bucket) : null;
    }
    return row as Row;
  });
}

/** Outcomes of a slice, with the refusals of the door under the same words. */
export function outcomeCounts(slice: BucketSlice): { [O in Outcome]?: number } {
  const counts: { [O in Outcome]?: number } = { ...slice.outcomes };
  for (const word of REFUSED_AT_DOOR) {
    const refused = slice.acks?.[word] ?? 0;
    if (refused > 0) counts[word] = (counts[word] ?? 0) + refused;
  }
  return counts;
}

/** p50, p95 and p99 of one stage in milliseconds. */
export function stageRows(view: View, stage: Stage): Row[] {
  return view.buckets.map((bucket) => {
    const figures = sliceOf(bucket, view.hunt).stages?.[stage];
    if (!figures) return { at: bucket.at, p50: null, p95: null, p99: null };
    const [, p50, p95, p99] = figures;
    return { at: bucket.at, p50: p50 / 1_000, p95: p95 / 1_000, p99: p99 / 1_000 };
  });
}

/** Counts a second of one field by its keys, which are given so that series keep their order. */
export function countRows(
  view: View,
  field: 'duplicates' | 'refusals' | 'unmet' | 'recommendations',
  keys: readonly string[],
): Row[] {
  return view.buckets.map((bucket) => {
    const counts: { readonly [key: string]: number | undefined } =
      sliceOf(bucket, view.hunt)[field] ?? {};
    const isKnown = field === 'refusals' ? bucket.hasIngest : bucket.hasWorker;
    const row: Record<string, number | null> = { at: bucket.at };
    for (const key of keys) row[key] = isKnown ? perSecond(counts[key] ?? 0, view, bucket) : null;
    return row as Row;
  });
}

/** Undecided events by partition, at the worst moment of each bucket. */
export function lagRows(view: View, partitions: number): Row[] {
  return view.buckets.map((bucket) => {
    const row: Record<string, number | null> = { at: bucket.at };
    for (let partition = 0; partition < partitions; partition += 1) {
      row[`p${partition}`] = bucket.lag ? (bucket.lag.lag[partition] ?? 0) : null;
    }
    return row as Row;
  });
}

/** Sums of a field over all buckets, by key, largest first. */
export function totalsOf(
  view: View,
  field:
    | 'duplicates'
    | 'observed'
    | 'refusals'
    | 'unmet'
    | 'verdicts'
    | 'recommendations'
    | 'followedAfter'
    | 'truth'
    | 'checks',
): readonly (readonly [key: string, count: number])[] {
  const totals = new Map<string, number>();
  for (const bucket of view.buckets) {
    for (const [key, count] of Object.entries(sliceOf(bucket, view.hunt)[field] ?? {})) {
      totals.set(key, (totals.get(key) ?? 0) + (count ?? 0));
    }
  }
  return [...totals].sort(([, a], [, b]) => b - a);
}

/** Outcomes summed over all buckets. */
export function outcomeTotals(view: View): { readonly [O in Outcome]?: number } {
  const totals: { [O in Outcome]?: number } = {};
  for (const bucket of view.buckets) {
    const counts = outcomeCounts(sliceOf(bucket, view.hunt));
    for (const outcome of OUTCOME_ORDER) {
      const count = counts[outcome] ?? 0;
      if (count > 0) totals[outcome] = (totals[outcome] ?? 0) + count;
    }
  }
  return totals;
}

/** Spans of time no worker told of, as first and last bucket; single ones are left out. */
export function silentSpans(view: View): readonly (readonly [from: number, to: number])[] {
  const spans: [number, number][] = [];
  let before: Bucket | undefined;
  for (const bucket of view.buckets) {
    const span = spans.at(-1);
    if (!bucket.hasWorker && before && !before.hasWorker) {
      if (span && span[1] === before.at) span[1] = bucket.at;
      else spans.push([before.at, bucket.at]);
    }
    before = bucket;
  }
  return spans;
}

export function sumOf(counts: { readonly [key: string]: number | undefined }): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** A rate over the time that a bucket's counts are of. */
export function perSecond(count: number, view: View, bucket: Bucket): number {
  return (count * 1_000) / spanOf(view, bucket);
}

/** Milliseconds that a bucket's counts are of. */
export function spanOf({ widthMs }: View, bucket: Bucket): number {
  return bucket.spanMs ?? widthMs;
}
