'use client';
/** How far each partition is behind, read from Redis itself: true with every worker dead. */
import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { Legend } from '../../charts/Legend';
import type { Series } from '../../charts/look';
import { formatCount, formatMillis } from '../../format/numbers';
import { useHealth, useIsSilent } from '../../live/LiveProvider';
import type { LiveHealth } from '../../live/liveHealth';
import { useScope } from '../../live/scope';
import { lagRows, type View } from '../../live/series';
import type { PanelState } from '../../ui/Panel';
import type { OnBehind } from './BehindSheet';
import { staleState, stateBefore } from './staleState';
import { type Overview, useHistoryState } from './useOverview';

const COLOURS = ['--tint-2', '--tint-1', '--accent', '--tint-4', '--repeat', '--good'] as const;
const DASHES = [undefined, '6 3', '2 3'] as const;
const CHART_HEIGHT = 120;

interface LagPanelProps {
  readonly overview: Overview | undefined;
  readonly onBehind: OnBehind;
}

export function LagPanel({ overview, onBehind }: LagPanelProps) {
  const health = useHealth();
  const isSilent = useIsSilent();
  const view = overview?.view;
  const count = overview?.partitions ?? 0;
  const rows = useMemo(() => (view ? lagRows(view, count) : []), [view, count]);
  const series = useMemo(() => partitionSeries(count), [count]);
  const [{ paused }] = useScope();
  const past = useHistoryState();
  const behind = overview?.isPast ? worstOf(overview.view) : nowOf(health);
  return (
    <ChartPanel
      domain={overview?.domain ?? [0, 0]}
      format={formatCount}
      height={CHART_HEIGHT}
      isWhole
      kind="lines"
      legend={<Legend series={series} />}
      note={behind && (view?.hunt === undefined ? '' : 'of all hunts · ') + noteOf(behind)}
      onPick={(at) => onBehind({ kind: 'events', from: at, to: at + (view?.widthMs ?? 0) })}
      rows={rows}
      series={series}
      state={past ?? (overview ? stateOf(health, paused) : stateBefore(isSilent))}
      summary={behind ? summaryOf(behind) : ''}
      title="Lag by partition"
      value={behind && formatCount(behind.lag)}
    />
  );
}

interface Behind {
  readonly lag: number;
  readonly oldestMs: number;
  /** The worst of some time, not how it stands now. */
  readonly isWorst: boolean;
}

function nowOf(health: LiveHealth | undefined): Behind | undefined {
  return health && { lag: health.lag, oldestMs: health.oldestUndecidedMs, isWorst: false };
}

function worstOf({ buckets }: View): Behind {
  const known = buckets.flatMap(({ lag }) => lag ?? []);
  return {
    lag: Math.max(0, ...known.flatMap(({ lag }) => lag)),
    oldestMs: Math.max(0, ...known.map(({ oldestMs }) => oldestMs)),
    isWorst: true,
  };
}

function noteOf({ isWorst, oldestMs }: Behind): string {
  const wait = formatMillis(oldestMs);
  return isWorst ? `at most · waited ${wait}` : `undecided · oldest waits ${wait}`;
}

function summaryOf({ isWorst, lag }: Behind): string {
  const events = `${formatCount(lag)} events`;
  return isWorst
    ? `At most ${events} of one partition waited to be decided.`
    : `${events} wait to be decided.`;
}

/** Lag needs no worker: it is stale without Redis itself or the stream that tells of it. */
function stateOf(health: LiveHealth | undefined, isPaused: boolean): PanelState {
  return staleState(health, 'redis') ?? (isPaused ? { is: 'paused' } : { is: 'live' });
}

function partitionSeries(count: number): readonly Series[] {
  return Array.from({ length: count }, (_, partition) => ({
    key: `p${partition}`,
    label: `p${partition}`,
    colour: `var(${COLOURS[partition % COLOURS.length]})`,
    dash: DASHES[Math.floor(partition / COLOURS.length) % DASHES.length],
  }));
}
