'use client';
/** The figures a glance is for. */
import {
  formatCount,
  formatMicros,
  formatMillis,
  formatRate,
  formatShare,
} from '../../format/numbers';
import { useHealth, useLive } from '../../live/LiveProvider';
import { Figure, STRIP } from './Figure';
import { headFigures } from './figures';
import { PastStrip } from './PastStrip';
import type { Overview } from './useOverview';

const BUDGET_MICROS = 5_000;
const WAIT_DOUBT_MS = 1_000;

export function HeadStrip({ overview }: { readonly overview: Overview | undefined }) {
  const health = useHealth();
  const connected = useConnected();
  if (overview?.isPast) {
    return <PastStrip overview={overview} />;
  }
  if (!overview || !health) {
    return <div aria-busy="true" className="h-15 animate-pulse rounded-lg bg-raised" />;
  }
  const figures = headFigures(overview.view);
  // Sockets and partitions are of no hunt of their own.
  const ofAll = overview.view.hunt === undefined ? '' : ', all hunts';
  const p99 = figures.p99Micros;
  return (
    <dl className={STRIP}>
      <Figure name="events a second" note={<Change share={figures.change} />}>
        {formatRate(figures.eventsPerSecond)}
      </Figure>
      <Figure isDoubtful={p99 !== undefined && p99 > BUDGET_MICROS} name="event → result p99">
        {p99 === undefined ? '·' : formatMicros(p99)}
      </Figure>
      <Figure name="duplicates">{formatShare(figures.duplicates)}</Figure>
      <Figure name="refused">{formatShare(figures.refused)}</Figure>
      <Figure name={`connected${ofAll}`} note={`${formatCount(figures.points)} points given`}>
        {formatCount(connected)}
      </Figure>
      <Figure
        isDoubtful={health.oldestUndecidedMs > WAIT_DOUBT_MS}
        name={`oldest waiting${ofAll}`}
        note={`${formatCount(health.lag)} undecided`}
      >
        {formatMillis(health.oldestUndecidedMs)}
      </Figure>
    </dl>
  );
}

function Change({ share }: { readonly share: number | undefined }) {
  if (share === undefined || Math.abs(share) < 0.005) return null;
  const mark = share > 0 ? '▲' : '▼';
  return (
    <span title="against the mean of the window">{`${mark} ${formatShare(Math.abs(share))}`}</span>
  );
}

function useConnected(): number {
  const { shown } = useLive();
  const doors = shown?.processes.filter(({ app }) => app === 'ingest') ?? [];
  const newest = Math.max(0, ...doors.map(({ atMs }) => atMs));
  return doors
    .filter(({ atMs }) => newest - atMs < 2_000)
    .reduce((sum, { holds }) => sum + holds, 0);
}
