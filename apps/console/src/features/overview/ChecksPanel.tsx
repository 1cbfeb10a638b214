'use client';
/** What do the checks cost? Microseconds that each of them adds to an event. */
import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { Legend } from '../../charts/Legend';
import type { Series } from '../../charts/look';
import { formatCount, formatFineMicros } from '../../format/numbers';
import { silentSpans } from '../../live/series';
import { type Column, FigureCell, NameCell, Table } from '../../ui/Table';
import { type CheckSum, checkRows, checkSums } from './checks';
import { type Overview, useLivePanelState } from './useOverview';

const CHART_HEIGHT = 120;
const SERIES: readonly Series[] = [
  { key: 'contract', label: 'contract', colour: 'var(--tint-2)' },
  { key: 'expectations', label: 'expectations', colour: 'var(--tint-4)', dash: '4 2 1 2' },
  { key: 'decide', label: 'decide', colour: 'var(--accent)', dash: '6 3' },
  { key: 'dedup', label: 'dedup', colour: 'var(--repeat)', dash: '2 3' },
];
const MEANS: Readonly<Record<CheckSum['check'], string>> = {
  contract: 'the door holds it against the contract of its type',
  expectations: 'the worker asks what its hunt asks: rungs above the id, expectations',
  decide: 'the worker looks for repeats in the batch and judges it',
  dedup: 'a filter, and where it can’t tell Redis, says whether its id is known',
};

export function ChecksPanel({ overview }: { readonly overview: Overview | undefined }) {
  const view = overview?.view;
  const sums = useMemo(() => (view ? checkSums(view) : []), [view]);
  const rows = useMemo(() => (view ? checkRows(view) : []), [view]);
  const gaps = useMemo(() => (view ? silentSpans(view) : []), [view]);
  const isAny = sums.some(({ events }) => events > 0);
  const state = useLivePanelState({
    hasData: view && isAny,
    emptySays: 'No event was checked in this window.',
    from: 'both',
  });
  const whole = sums.reduce((sum, { micros = 0 }) => sum + micros, 0);
  return (
    <ChartPanel
      below={
        <div className="mt-2 border-t border-line">
          <ChecksTable sums={sums} />
        </div>
      }
      domain={overview?.domain ?? [0, 0]}
      format={formatFineMicros}
      gaps={gaps}
      height={CHART_HEIGHT}
      kind="lines"
      legend={<Legend series={SERIES} />}
      note="an event, all checks together"
      rows={rows}
      scale="log"
      series={SERIES}
      state={state}
      summary={sums.map(({ check, micros }) => `${check}: ${textOf(micros)} an event.`).join(' ')}
      title="Time each check adds"
      value={isAny ? formatFineMicros(whole) : undefined}
    />
  );
}

const COLUMNS: readonly Column[] = [
  ['check', 'name'],
  ['events', 'figure'],
  ['an event', 'figure'],
];

function ChecksTable({ sums }: { readonly sums: readonly CheckSum[] }) {
  return (
    <Table caption="Time each check adds, over the window" columns={COLUMNS} isTight>
      {sums.map(({ check, events, micros }) => (
        <tr key={check}>
          <NameCell>
            {check} <span className="text-muted">{MEANS[check]}</span>
          </NameCell>
          <FigureCell>{formatCount(events)}</FigureCell>
          <FigureCell>{textOf(micros)}</FigureCell>
        </tr>
      ))}
    </Table>
  );
}

function textOf(micros: number | undefined): string {
  return micros === undefined ? '–' : formatFineMicros(micros);
}
