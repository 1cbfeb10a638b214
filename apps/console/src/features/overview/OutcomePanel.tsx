'use client';
/** Events a second by outcome, stacked. */
import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import type { Series } from '../../charts/look';
import { formatCount, formatNumberOf, formatRate } from '../../format/numbers';
import { OUTCOME_LOOKS, OUTCOME_ORDER } from '../../live/outcomes';
import {
  outcomeCounts,
  outcomeRows,
  outcomeTotals,
  silentSpans,
  sliceOf,
  sumOf,
} from '../../live/series';
import { Glyph } from '../../ui/Glyph';
import type { OnBehind } from './BehindSheet';
import { headFigures, pastFigures } from './figures';
import { hasAny, type Overview, useLivePanelState } from './useOverview';

interface OutcomePanelProps {
  readonly overview: Overview | undefined;
  readonly onBehind: OnBehind;
}

/** As high as the latency beside it with its stages. */
const CHART_HEIGHT = 284;

const EVERY: readonly Series[] = OUTCOME_ORDER.map((outcome) => {
  const { word, hue, shape } = OUTCOME_LOOKS[outcome];
  return { key: outcome, label: word, colour: `var(${hue})`, glyph: { shape, hue } };
});

export function OutcomePanel({ overview, onBehind }: OutcomePanelProps) {
  const view = overview?.view;
  const hasData = hasAny(view, (one) => sumOf(outcomeCounts(sliceOf(one, view?.hunt))) > 0);
  const state = useLivePanelState({
    hasData,
    emptySays: 'No event has come in this window.',
    from: 'both',
  });
  const rows = useMemo(() => (view ? outcomeRows(view) : []), [view]);
  const gaps = useMemo(() => (view ? silentSpans(view) : []), [view]);
  const totals = useMemo(() => (view ? outcomeTotals(view) : {}), [view]);
  const series = useMemo(
    () => EVERY.filter(({ key }) => key === 'accepted' || key in totals),
    [totals],
  );
  const isPast = overview?.isPast === true;
  const figures = view && (isPast ? pastFigures(view, undefined) : headFigures(view));
  return (
    <ChartPanel
      domain={overview?.domain ?? [0, 0]}
      format={formatRate}
      gaps={gaps}
      height={CHART_HEIGHT}
      kind="layers"
      legend={<OutcomeLegend totals={totals} />}
      note={isPast ? 'a second, mean' : 'a second'}
      onPick={(at) => onBehind({ kind: 'events', from: at, to: at + (view?.widthMs ?? 0) })}
      rows={rows}
      series={series}
      state={state}
      summary={`${formatNumberOf(sumOf(totals), 'event')} in the window.`}
      title="Events by outcome"
      value={figures ? formatRate(figures.eventsPerSecond) : undefined}
    />
  );
}

function OutcomeLegend({ totals }: { readonly totals: ReturnType<typeof outcomeTotals> }) {
  return OUTCOME_ORDER.filter((outcome) => outcome in totals).map((outcome) => {
    const { word, hue, shape, means } = OUTCOME_LOOKS[outcome];
    return (
      <span className="inline-flex items-center gap-1.5" key={outcome} title={means}>
        <Glyph hue={hue} shape={shape} />
        {word} <span className="figures text-ink">{formatCount(totals[outcome] ?? 0)}</span>
      </span>
    );
  });
}
