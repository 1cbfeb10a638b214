'use client';
/** What each run of the twin cost, over time. */
import type { TwinRun } from '@trove/contracts';
import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { Legend } from '../../charts/Legend';
import type { Series } from '../../charts/look';
import { formatFineMicros, formatMillis } from '../../format/numbers';
import type { PanelState } from '../../ui/Panel';

const SERIES: readonly Series[] = [
  { key: 'cpu', label: 'CPU of a run', colour: 'var(--accent)' },
  { key: 'took', label: 'time it took', colour: 'var(--repeat)', dash: '6 3' },
];

interface RunChartProps {
  /** The newest first. */
  readonly runs: readonly TwinRun[];
  readonly state: PanelState;
}

export function RunChart({ runs, state }: RunChartProps) {
  const rows = useMemo(
    () => runs.map(({ at, cpuMs, tookMs }) => ({ at, cpu: cpuMs, took: tookMs })).toReversed(),
    [runs],
  );
  const [newest] = runs;
  return (
    <ChartPanel
      domain={[rows[0]?.at ?? 0, newest?.at ?? 0]}
      format={formatMillis}
      kind="lines"
      legend={<Legend series={SERIES} />}
      note={newest && noteOf(newest)}
      rows={rows}
      scale="log"
      series={SERIES}
      state={state}
      summary={newest ? `The last run took ${formatMillis(newest.cpuMs)} of CPU.` : ''}
      title="Cost of a run"
      value={newest && formatMillis(newest.cpuMs)}
    />
  );
}

function noteOf({ cpuMs, events }: TwinRun): string {
  if (events === 0) return 'nothing new to fold';
  return `${formatFineMicros((cpuMs * 1_000) / events)} an event`;
}
