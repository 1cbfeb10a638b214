'use client';
/** A panel with a chart over time: its legend, its newest value, and the same data as a table. */
import { ChartLine, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Panel, type PanelState } from '../ui/Panel';
import { CHART_HEIGHT } from './look';
import { RowsTable } from './RowsTable';
import { TimeSeries, type TimeSeriesProps } from './TimeSeries';

interface ChartPanelProps extends TimeSeriesProps {
  readonly title: string;
  readonly state: PanelState;
  readonly value?: ReactNode;
  readonly note?: ReactNode;
  /** One sentence with the figures, for those who cannot see the chart. */
  readonly summary: string;
  readonly className?: string;
  readonly legend: ReactNode;
  readonly below?: ReactNode;
}

export function ChartPanel(props: ChartPanelProps) {
  const { title, state, value, note, summary, className, legend, below, ...chart } = props;
  const [isTable, setTable] = useState(false);
  const { rows, series, format, onPick, height = CHART_HEIGHT } = chart;
  return (
    <Panel
      className={className}
      note={note}
      state={state}
      title={title}
      tools={<TableToggle isTable={isTable} onToggle={setTable} title={title} />}
      value={value}
    >
      <figure className="m-0">
        <figcaption className="flex flex-wrap gap-x-3 pb-1 text-[13px] text-muted">
          <span className="sr-only">{summary}</span>
          {legend}
        </figcaption>
        {isTable ? (
          <RowsTable
            caption={title}
            format={format}
            height={height}
            onPick={onPick}
            rows={rows}
            series={series}
          />
        ) : (
          <TimeSeries {...chart} />
        )}
      </figure>
      {below}
    </Panel>
  );
}

interface TableToggleProps {
  readonly title: string;
  readonly isTable: boolean;
  readonly onToggle: (isTable: boolean) => void;
}

/** Switches between the chart and its table. */
export function TableToggle({ title, isTable, onToggle }: TableToggleProps) {
  const Icon = isTable ? ChartLine : Table2;
  const says = isTable ? `${title} as a chart` : `${title} as a table`;
  return (
    <button
      aria-label={says}
      aria-pressed={isTable}
      className="rounded p-1 text-muted hover:bg-raised hover:text-ink"
      onClick={() => onToggle(!isTable)}
      title={says}
      type="button"
    >
      <Icon size={15} />
    </button>
  );
}
