/** The figures of a stretch of the past: means and worst moments, and nothing of now. */
import {
  formatCount,
  formatMicros,
  formatMillis,
  formatRate,
  formatShare,
} from '../../format/numbers';
import { outcomeTotals, sumOf } from '../../live/series';
import { Figure, STRIP } from './Figure';
import { pastFigures } from './figures';
import type { Overview } from './useOverview';

export function PastStrip({ overview }: { readonly overview: Overview }) {
  const { view, stages } = overview;
  const figures = pastFigures(view, stages?.whole);
  const p99 = figures.p99Micros;
  const oldestMs = Math.max(0, ...view.buckets.map(({ lag }) => lag?.oldestMs ?? 0));
  return (
    <dl className={STRIP}>
      <Figure name="events a second" note={`mean, by ${formatMillis(view.widthMs)}`}>
        {formatRate(figures.eventsPerSecond)}
      </Figure>
      <Figure name="event → result p99">{p99 === undefined ? '·' : formatMicros(p99)}</Figure>
      <Figure name="duplicates">{formatShare(figures.duplicates)}</Figure>
      <Figure name="refused">{formatShare(figures.refused)}</Figure>
      <Figure name="events" note={`${formatCount(figures.points)} points given`}>
        {formatCount(sumOf(outcomeTotals(view)))}
      </Figure>
      <Figure name={view.hunt === undefined ? 'longest wait' : 'longest wait, all hunts'}>
        {formatMillis(oldestMs)}
      </Figure>
    </dl>
  );
}
