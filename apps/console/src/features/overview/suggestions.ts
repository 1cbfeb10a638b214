/** The figures of the recommendations panel. Pure: a view in, numbers and rows out. */
import type { Covered } from '@trove/core/projection';
import { perSecond, type Row, sliceOf, sumOf, totalsOf, type View } from '../../live/series';

export interface SuggestionFigures {
  /** Suggestions served in results and by get. */
  readonly served: number;
  /** Of them by get. */
  readonly byGet: number;
  /** Servings whose last suggestion was drawn by chance. */
  readonly explored: number;
  readonly followed: number;
  /** Half of what was followed was so within so many minutes; undefined when nothing was. */
  readonly minutesToFollow: number | undefined;
  /** Share of the clues that were suggested, over all hunts of the view that suggested any. */
  readonly coverage: number | undefined;
  /** How unevenly clues were suggested: 0 when all alike, towards 1 when one alone. */
  readonly gini: number | undefined;
}

/** Stands for hunts beyond the number a frame may name: their clues are mixed up in it. */
const OTHER_HUNTS = '*';

export function suggestionFigures(view: View): SuggestionFigures {
  const totals = Object.fromEntries(totalsOf(view, 'recommendations'));
  const byGet = totals['get'] ?? 0;
  return {
    served: (totals['results'] ?? 0) + byGet,
    byGet,
    explored: totals['explored'] ?? 0,
    followed: totals['followed'] ?? 0,
    minutesToFollow: medianSpan(Object.fromEntries(totalsOf(view, 'followedAfter'))),
    ...spreadOf(view),
  };
}

/** The span of minutes that holds the middle one of what was followed. */
function medianSpan(spans: Readonly<Record<string, number>>): number | undefined {
  const sorted = Object.entries(spans)
    .map(([minutes, count]) => ({ minutes: Number(minutes), count }))
    .sort((one, other) => one.minutes - other.minutes);
  const half = sorted.reduce((sum, { count }) => sum + count, 0) / 2;
  let sum = 0;
  return sorted.find(({ count }) => {
    sum += count;
    return sum >= half && sum > 0;
  })?.minutes;
}

/** Served and followed a second; nothing where neither a worker nor a door told of the time. */
export function suggestionRows(view: View): Row[] {
  return view.buckets.map((bucket) => {
    const { followed = 0, results = 0, get = 0 } = sliceOf(bucket, view.hunt).recommendations ?? {};
    const served = { results, get };
    const isKnown = bucket.hasWorker || sumOf(served) > 0;
    return {
      at: bucket.at,
      served: isKnown ? perSecond(sumOf(served), view, bucket) : null,
      followed: isKnown ? perSecond(followed, view, bucket) : null,
    };
  });
}

type Spread = Pick<SuggestionFigures, 'coverage' | 'gini'>;

interface Gathered {
  of: number;
  readonly times: Map<number, number>;
}

/** Over all clues of the hunts in view that suggested any. */
function spreadOf(view: View): Spread {
  const { hunt } = view;
  const byHunt = new Map<string, Gathered>();
  for (const [slug, covered] of coveredIn(view)) {
    if (slug !== OTHER_HUNTS && (hunt === undefined || slug === hunt)) {
      gather(byHunt, slug, covered);
    }
  }
  const times: number[] = [];
  let covered = 0;
  for (const one of byHunt.values()) {
    const unserved = Math.max(0, one.of - one.times.size);
    times.push(...one.times.values(), ...new Array<number>(unserved).fill(0));
    covered += one.times.size;
  }
  if (times.length === 0) return { coverage: undefined, gini: undefined };
  return { coverage: Math.min(1, covered / times.length), gini: giniOf(times) };
}

function coveredIn({ buckets, covered }: View): readonly [string, Covered | undefined][] {
  if (covered !== undefined) return Object.entries(covered);
  return buckets.flatMap(({ hunts }) => {
    return Object.entries(hunts).map(([slug, slice]): [string, Covered | undefined] => {
      return [slug, slice.covered];
    });
  });
}

/** C. Gini's coefficient: the mean difference between two clues, against twice their mean. */
export function giniOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const all = sorted.reduce((sum, value) => sum + value, 0);
  if (all === 0) return 0;
  const { length } = sorted;
  const weighed = sorted.reduce((sum, value, i) => sum + (2 * (i + 1) - length - 1) * value, 0);
  return weighed / (length * all);
}

function gather(byHunt: Map<string, Gathered>, slug: string, covered: Covered | undefined): void {
  if (covered === undefined) return;
  const known = byHunt.get(slug) ?? { of: 0, times: new Map<number, number>() };
  byHunt.set(slug, known);
  known.of = Math.max(known.of, covered.of);
  covered.clues.forEach((clue, i) => {
    known.times.set(clue, (known.times.get(clue) ?? 0) + (covered.times?.[i] ?? 1));
  });
}
