/** What each check adds to an event, from a view: over time, and over all of it. Pure. */
import type { Check, CheckFigure } from '@trove/contracts';
import { type Row, sliceOf, totalsOf, type View } from '../../live/series';

export interface CheckSum {
  readonly check: Check;
  /** Events it looked at. */
  readonly events: number;
  /** Microseconds an event; undefined where it looked at none. */
  readonly micros: number | undefined;
}

/** In the order an event meets them. */
export const CHECKS: readonly Check[] = ['contract', 'expectations', 'decide', 'dedup'];

type Figures = { readonly [F in CheckFigure]?: number };

export function checkSums(view: View): CheckSum[] {
  const figures: Figures = Object.fromEntries(totalsOf(view, 'checks'));
  return CHECKS.map((check) => ({
    check,
    events: figures[`${check}Events`] ?? 0,
    micros: microsOf(figures, check),
  }));
}

/** Microseconds an event in each bucket; nothing where a check looked at none. */
export function checkRows(view: View): Row[] {
  return view.buckets.map((bucket) => {
    const figures = sliceOf(bucket, view.hunt).checks ?? {};
    const row: Record<string, number | null> = { at: bucket.at };
    for (const check of CHECKS) row[check] = microsOf(figures, check) ?? null;
    return row as Row;
  });
}

function microsOf(figures: Figures, check: Check): number | undefined {
  const events = figures[`${check}Events`] ?? 0;
  return events === 0 ? undefined : (figures[`${check}Ns`] ?? 0) / 1_000 / events;
}
