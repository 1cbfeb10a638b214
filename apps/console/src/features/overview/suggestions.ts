/** The figures of the recommendations panel. Pure: a view in, numbers and rows out. */
import type { BucketSlice } from '@trove/core/projection';
import { perSecond, type Row, sliceOf, sumOf, totalsOf, type View } from '../../live/series';

export interface SuggestionFigures {
  /** Suggestions served in results and by get. */
  readonly served: number;
  /** Of them by get. */
  readonly byGet: number;
  readonly followed: number;
  /** Share of the clues that were suggested, over all hunts of the view that suggested any. */
  readonly coverage: number | undefined;
}

/** Stands for hunts beyond the number a frame may name: their clues are mixed up in it. */
const OTHER_HUNTS = '*';

export function suggestionFigures(view: View): SuggestionFigures {
  const totals = Object.fromEntries(totalsOf(view, 'recommendations'));
  const byGet = totals['get'] ?? 0;
  return {
    served: (totals['results'] ?? 0) + byGet,
    byGet,
    followed: totals['followed'] ?? 0,
    coverage: coverageOf(view),
  };
}

/** Served and followed a second; nothing where neither a worker nor a door told of the time. */
export function suggestionRows(view: View): Row[] {
  return view.buckets.map((bucket) => {
    const { followed = 0, ...served } = sliceOf(bucket, view.hunt).recommendations ?? {};
    const isKnown = bucket.hasWorker || sumOf(served) > 0;
    return {
      at: bucket.at,
      served: isKnown ? perSecond(sumOf(served), view, bucket) : null,
      followed: isKnown ? perSecond(followed, view, bucket) : null,
    };
  });
}

function coverageOf({ buckets, hunt }: View): number | undefined {
  const byHunt = new Map<string, { of: number; clues: Set<number> }>();
  for (const bucket of buckets) {
    for (const [slug, slice] of Object.entries(bucket.hunts)) {
      if (slug !== OTHER_HUNTS && (hunt === undefined || slug === hunt)) {
        gather(byHunt, slug, slice.covered);
      }
    }
  }
  let of = 0;
  let covered = 0;
  for (const one of byHunt.values()) {
    of += one.of;
    covered += one.clues.size;
  }
  return of === 0 ? undefined : Math.min(1, covered / of);
}

function gather(
  byHunt: Map<string, { of: number; clues: Set<number> }>,
  slug: string,
  covered: BucketSlice['covered'],
): void {
  if (covered === undefined) return;
  const known = byHunt.get(slug) ?? { of: 0, clues: new Set<number>() };
  byHunt.set(slug, known);
  known.of = Math.max(known.of, covered.of);
  for (const clue of covered.clues) known.clues.add(clue);
}
