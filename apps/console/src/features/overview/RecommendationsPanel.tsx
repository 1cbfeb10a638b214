'use client';
/** Are teams told where to go next, do they go there, and is the whole hunt among it? */
import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { SeriesMark } from '../../charts/Legend';
import type { Series } from '../../charts/look';
import { formatCount, formatNumberOf, formatRate, formatShare } from '../../format/numbers';
import { silentSpans } from '../../live/series';
import { type SuggestionFigures, suggestionFigures, suggestionRows } from './suggestions';
import { type Overview, useLivePanelState } from './useOverview';

const CHART_HEIGHT = 120;
const SERIES: readonly Series[] = [
  { key: 'served', label: 'served', colour: 'var(--accent)' },
  { key: 'followed', label: 'followed', colour: 'var(--good)', dash: '6 3' },
];
const NOTHING: SuggestionFigures = {
  served: 0,
  byGet: 0,
  explored: 0,
  followed: 0,
  minutesToFollow: undefined,
  coverage: undefined,
  gini: undefined,
};

export function RecommendationsPanel({ overview }: { readonly overview: Overview | undefined }) {
  const view = overview?.view;
  const figures = useMemo(() => (view ? suggestionFigures(view) : NOTHING), [view]);
  const rows = useMemo(() => (view ? suggestionRows(view) : []), [view]);
  const gaps = useMemo(() => (view ? silentSpans(view) : []), [view]);
  const { served, byGet, explored, followed } = figures;
  const state = useLivePanelState({
    hasData: view && served + followed > 0,
    emptySays: 'No team was told what to try next in this window.',
    from: 'both',
  });
  const note = noteOf(figures);
  const coverage = coverageOf(figures);
  return (
    <ChartPanel
      domain={overview?.domain ?? [0, 0]}
      format={formatRate}
      gaps={gaps}
      height={CHART_HEIGHT}
      kind="lines"
      legend={<FiguresLegend {...figures} />}
      note={note}
      rows={rows}
      series={SERIES}
      state={state}
      summary={`${formatNumberOf(served, 'suggestion')} served, ${formatCount(byGet)} of them on
        request, ${formatCount(explored)} servings explored, ${formatCount(followed)}
        followed.${note && ` ${note}.`}${coverage && ` ${coverage}.`}`}
      title="Recommendations served · followed"
      value={view && `${formatCount(served)} · ${formatCount(followed)}`}
    />
  );
}

function noteOf({ minutesToFollow }: SuggestionFigures): string {
  return minutesToFollow === undefined ? '' : `half of it followed within ${minutesToFollow} min`;
}

/** Coverage and crowding, as far as there are any. */
function coverageOf({ coverage, gini }: SuggestionFigures): string {
  const parts = [
    coverage === undefined ? '' : `${formatShare(coverage)} of clues suggested`,
    gini === undefined ? '' : `Gini ${gini.toFixed(2)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Line and word of each series, with the sum of the window, and how much of the hunt it was. */
function FiguresLegend(figures: SuggestionFigures) {
  const { served, byGet, followed } = figures;
  const coverage = coverageOf(figures);
  const hints = { served: `${formatCount(byGet)} of them on request`, followed: 'within 30 min' };
  const sums = { served, followed };
  const series = SERIES.map((one) => {
    const { key, label } = one;
    const name = key as keyof typeof sums;
    return (
      <span className="inline-flex items-center gap-1.5" key={key} title={hints[name]}>
        <SeriesMark series={one} />
        {label} <span className="figures text-ink">{formatCount(sums[name])}</span>
      </span>
    );
  });
  return (
    <>
      {series}
      {coverage && <span title="Gini: 0 where all clues are suggested alike">{coverage}</span>}
    </>
  );
}
