'use client';
/** How far each partition is behind, read from Redis itself: true with every worker dead. */
import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { Legend } from '../../charts/Legend';
import type { Series } from '../../charts/look';
import { formatCount, formatMillis } from '../../format/numbers';
import { useHealth, useLive } from '../../live/LiveProvider';
import { useScope } from '../../live/scope';
import { lagRows } from '../../live/series';
import type { PanelState } from '../../ui/Panel';
import type { Overview } from './useOverview';

const COLOURS = ['--tint-2', '--tint-1', '--accent', '--tint-4', '--repeat', '--good'] as const;
const DASHES = [undefined, '6 3', '2 3'] as const;
const CHART_HEIGHT = 120;

export function LagPanel({ overview }: { readonly overview: Overview | undefined }) {
  const health = useHealth();
  const { newest } = useLive();
  const view = overview?.view;
  const count = overview?.live.partitions.length ?? 0;
  const rows = useMemo(() => (view ? lagRows(view, count) : []), [view, count]);
  const series = useMemo(() => partitionSeries(count), [count]);
  const [{ paused }] = useScope();
  return (
    <ChartPanel
      domain={overview?.domain ?? [0, 0]}
      format={formatCount}
      height={CHART_HEIGHT}
      isWhole
      kind="lines"
      legend={<Legend series={series} />}
      note={health && `undecided · oldest waits ${formatMillis(health.oldestUndecidedMs)}`}
      rows={rows}
      series={series}
      state={stateOf(newest?.trouble?.says, overview !== undefined, paused)}
      summary={health ? `${formatCount(health.lag)} events wait to be decided.` : ''}
      title="Lag by partition"
      value={health && formatCount(health.lag)}
    />
  );
}

/** Lag needs no worker, so that only Redis itself can make it stale. */
function stateOf(trouble: string | undefined, hasView: boolean, isPaused: boolean): PanelState {
  if (!hasView) return { is: 'loading' };
  if (trouble !== undefined) return { is: 'stale', says: 'Redis cannot be read', isLong: false };
  return isPaused ? { is: 'paused' } : { is: 'live' };
}

function partitionSeries(count: number): readonly Series[] {
  return Array.from({ length: count }, (_, partition) => ({
    key: `p${partition}`,
    label: `p${partition}`,
    colour: `var(${COLOURS[partition % COLOURS.length]})`,
    dash: DASHES[Math.floor(partition / COLOURS.length) % DASHES.length],
  }));
}
