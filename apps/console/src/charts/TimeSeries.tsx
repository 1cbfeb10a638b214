'use client';
/**
 * Lines or stacked layers over time, drawn by Recharts: no animation, at most 300 points, one
 * cross-hair for all charts of a screen. A click answers the second that was clicked.
 */
import { memo, useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatClock } from '../format/times';
import type { Row } from '../live/series';
import { ChartTooltip } from './ChartTooltip';
import {
  AXIS_LINE,
  AXIS_TICK,
  CHART_HEIGHT,
  CROSS_HAIR,
  CURSOR,
  MARGIN,
  type Series,
} from './look';
import { timeTicks } from './timeTicks';

export interface TimeSeriesProps {
  readonly kind: 'lines' | 'layers';
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
  readonly domain: readonly [number, number];
  readonly format: (value: number) => string;
  /** A dashed line with its number. */
  readonly threshold?: { readonly at: number; readonly label: string };
  readonly onPick?: (atMs: number) => void;
  readonly height?: number;
}

const Y_WIDTH = 58;

export const TimeSeries = memo(function TimeSeries(props: TimeSeriesProps) {
  const { kind, rows, series, domain, format, threshold, onPick, height = CHART_HEIGHT } = props;
  const data = useMemo(() => [...rows], [rows]);
  const [from, to] = domain;
  const ticks = useMemo(() => timeTicks([from, to]), [from, to]);
  const range = useMemo(() => [from, to] as [number, number], [from, to]);
  const pick = (state: { readonly activeLabel?: string | number }) => {
    if (state.activeLabel !== undefined) onPick?.(Number(state.activeLabel));
  };
  return (
    <ResponsiveContainer height={height} minWidth={0} width="100%">
      <ComposedChart
        accessibilityLayer
        className={onPick ? 'cursor-pointer' : undefined}
        data={data}
        margin={MARGIN}
        onClick={pick}
        syncId={CROSS_HAIR}
        syncMethod="value"
      >
        <CartesianGrid stroke="var(--grid)" vertical={false} />
        <XAxis
          axisLine={AXIS_LINE}
          dataKey="at"
          domain={range}
          tick={AXIS_TICK}
          tickFormatter={formatMinute}
          tickLine={false}
          ticks={ticks}
          type="number"
        />
        <YAxis
          axisLine={false}
          tick={AXIS_TICK}
          tickCount={4}
          tickFormatter={format}
          tickLine={false}
          width={Y_WIDTH}
        />
        <Tooltip
          content={<ChartTooltip format={format} series={series} />}
          cursor={CURSOR}
          isAnimationActive={false}
        />
        {threshold && (
          <ReferenceLine
            ifOverflow="extendDomain"
            label={{
              value: threshold.label,
              position: 'insideTopRight',
              fill: 'var(--muted)',
              fontSize: 11,
            }}
            stroke="var(--muted)"
            strokeDasharray="6 4"
            y={threshold.at}
          />
        )}
        {series.map((one) => (kind === 'lines' ? lineOf(one) : layerOf(one)))}
      </ComposedChart>
    </ResponsiveContainer>
  );
});

function lineOf({ key, label, colour, dash }: Series) {
  return (
    <Line
      activeDot={false}
      dataKey={key}
      dot={false}
      isAnimationActive={false}
      key={key}
      name={label}
      stroke={colour}
      strokeDasharray={dash}
      strokeWidth={1.4}
      type="linear"
    />
  );
}

function layerOf({ key, label, colour }: Series) {
  return (
    <Area
      activeDot={false}
      dataKey={key}
      dot={false}
      fill={colour}
      fillOpacity={0.32}
      isAnimationActive={false}
      key={key}
      name={label}
      stackId="all"
      stroke={colour}
      strokeWidth={1.2}
      type="linear"
    />
  );
}

function formatMinute(ms: number): string {
  return formatClock(ms).slice(0, 5);
}
