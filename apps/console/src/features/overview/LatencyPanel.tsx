'use client';
/** How long an event takes from the door to the player's push, and where the time goes. */
import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { Legend } from '../../charts/Legend';
import type { Series } from '../../charts/look';
import { formatMicros, formatMillis } from '../../format/numbers';
import { silentSpans, sliceOf, stageRows } from '../../live/series';
import type { OnBehind } from './BehindSheet';
import { newestFigures } from './figures';
import { StageTable } from './StageTable';
import { hasAny, type Overview, useLivePanelState } from './useOverview';

interface LatencyPanelProps {
  readonly overview: Overview | undefined;
  readonly onBehind: OnBehind;
}

const SERIES: readonly Series[] = [
  { key: 'p50', label: 'p50', colour: 'var(--tint-2)' },
  { key: 'p95', label: 'p95', colour: 'var(--accent)' },
  { key: 'p99', label: 'p99', colour: 'var(--tint-1)' },
];
/** What an event may take from the door to the player. */
const BUDGET = { at: 5, label: 'budget 5 ms' };
const CHART_HEIGHT = 136;

export function LatencyPanel({ overview, onBehind }: LatencyPanelProps) {
  const view = overview?.view;
  const hasData = hasAny(view, (one) => sliceOf(one, view?.hunt).stages?.whole !== undefined);
  const state = useLivePanelState({
    hasData,
    emptySays: 'No result has been pushed in this window.',
    from: 'both',
  });
  const rows = useMemo(() => (view ? stageRows(view, 'whole') : []), [view]);
  const gaps = useMemo(() => (view ? silentSpans(view) : []), [view]);
  const newest = overview?.isPast ? overview.stages?.whole : view && newestFigures(view, 'whole');
  return (
    <ChartPanel
      below={
        overview && (
          <StageTable of={overview.isPast ? 'all of it' : 'last minute'} stages={overview.stages} />
        )
      }
      domain={overview?.domain ?? [0, 0]}
      format={formatMillis}
      gaps={gaps}
      height={CHART_HEIGHT}
      kind="lines"
      scale="log"
      legend={<Legend series={SERIES} />}
      note="p99, door → pushed"
      onPick={(at) => onBehind({ kind: 'events', from: at, to: at + (view?.widthMs ?? 0) })}
      rows={rows}
      series={SERIES}
      state={state}
      summary={newest ? `p50 ${formatMicros(newest[1])}, p99 ${formatMicros(newest[3])}.` : ''}
      threshold={BUDGET}
      title="Latency"
      value={newest && formatMicros(newest[3])}
    />
  );
}
