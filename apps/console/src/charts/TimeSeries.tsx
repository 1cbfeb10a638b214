'use client';
/**
 * Lines or stacked layers over time, drawn by Recharts: no animation, at most 360 points, one
 * cross-hair for all charts of a screen. A click answers the point that was clicked; a drag over
 * several zooms all charts of the screen to them.
 */
import { memo, useMemo, useRef } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Mark } from '../live/historyAnswer';
import type { Row } from '../live/series';
import { ChartTooltip } from './ChartTooltip';
import { logAxis } from './logAxis';
import {
  AXIS_LINE,
  AXIS_TICK,
  CHART_HEIGHT,
  CROSS_HAIR,
  CURSOR,
  MARGIN,
  type Series,
} from './look';
import { MarkFlag } from './MarkFlag';
import { PointScale } from './PointScale';
import { marksIn, type TimeAxis, useTimeAxis, wordsOfMark } from './timeAxis';
import { formatTick, timeTicks } from './timeTicks';
import { useDrag } from './useDrag';
import { useIsSeen } from './useIsSeen';

export interface TimeSeriesProps {
  readonly kind: 'lines' | 'layers';
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
  readonly domain: readonly [number, number];
  readonly format: (value: number) => string;
  /** A dashed line with its number. */
  readonly threshold?: { readonly at: number; readonly label: string };
  /** Spans of time in which nothing is known, shaded. */
  readonly gaps?: readonly (readonly [from: number, to: number])[];
  readonly onPick?: (atMs: number) => void;
  readonly height?: number;
  /** Counts have no ticks between whole numbers. */
  readonly isWhole?: boolean;
  /** `log`: a line for each power of ten, so that one slow second hides no other. */
  readonly scale?: 'linear' | 'log';
}

const NO_GAPS: NonNullable<TimeSeriesProps['gaps']> = [];
const GAP = { fill: 'var(--bad)', fillOpacity: 0.1, ifOverflow: 'hidden' } as const;
const MARKED = { fill: 'var(--accent)', fillOpacity: 0.18, ifOverflow: 'hidden' } as const;
const X_AXIS = {
  axisLine: AXIS_LINE,
  dataKey: 'at',
  tick: AXIS_TICK,
  tickLine: false,
  type: 'number',
} as const;
const Y_AXIS = {
  axisLine: false,
  tick: AXIS_TICK,
  tickCount: 4,
  tickLine: false,
  width: 58,
} as const;
/** The halo keeps the words readable over lines. */
const THRESHOLD_LABEL = {
  fill: 'var(--ink)',
  fontSize: 11,
  stroke: 'var(--panel)',
  strokeWidth: 4,
  paintOrder: 'stroke',
} as const;

/** Drawing eight charts a second takes half a core: those that nobody sees stay as they were. */
export function TimeSeries(props: TimeSeriesProps) {
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useIsSeen(place);
  // Asked for here: what a drawing asks for itself would draw it anew, seen or not.
  const axis = useTimeAxis();
  return (
    <div ref={place}>
      <Drawing {...props} axis={axis} isSeen={isSeen} />
    </div>
  );
}

interface DrawingProps extends TimeSeriesProps {
  readonly axis: TimeAxis;
  readonly isSeen: boolean;
}

const Drawing = memo(function Drawing(props: DrawingProps) {
  const { kind, rows, series, format, threshold, onPick, gaps = NO_GAPS } = props;
  const [from, to] = props.domain;
  const data = useMemo(() => [...rows], [rows]);
  const ticks = useMemo(() => timeTicks([from, to]), [from, to]);
  const range = useMemo(() => [from, to] as [number, number], [from, to]);
  const powers = useMemo(
    () => (props.scale === 'log' ? logAxis(rows, series, threshold?.at) : undefined),
    [props.scale, rows, series, threshold?.at],
  );
  const { marks, onZoom } = props.axis;
  const { marked, pointAt, handlers } = useDrag(props.axis, onPick);
  return (
    <ResponsiveContainer height={props.height ?? CHART_HEIGHT} minWidth={0} width="100%">
      <ComposedChart
        accessibilityLayer
        className={onZoom ? 'cursor-crosshair select-none' : undefined}
        data={data}
        margin={MARGIN}
        {...handlers}
        syncId={CROSS_HAIR}
        syncMethod="value"
      >
        <PointScale ref={pointAt} />
        <CartesianGrid stroke="var(--grid)" vertical={false} />
        <XAxis
          {...X_AXIS}
          interval="equidistantPreserveStart"
          minTickGap={12}
          domain={range}
          tickFormatter={(ms: number) => formatTick(ms, to - from)}
          ticks={ticks}
        />
        <YAxis {...Y_AXIS} {...powers} allowDecimals={!props.isWhole} tickFormatter={format} />
        <Tooltip
          content={<ChartTooltip format={format} series={series} spanMs={to - from} />}
          cursor={CURSOR}
          isAnimationActive={false}
        />
        {gaps.map(([first, last]) => (
          <ReferenceArea {...GAP} key={first} x1={first} x2={last} />
        ))}
        {marked && <ReferenceArea {...MARKED} x1={marked[0]} x2={marked[1]} />}
        {marksIn(marks, [from, to]).map(lineOfMark)}
        {threshold && lineOfThreshold(threshold)}
        {series.map((one) => (kind === 'lines' ? lineOf(one) : layerOf(one)))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}, isToStay);

function isToStay(before: DrawingProps, after: DrawingProps): boolean {
  if (!after.isSeen) return true;
  const names = Object.keys({ ...before, ...after }) as (keyof DrawingProps)[];
  return names.every((name) => Object.is(before[name], after[name]));
}

function lineOfMark(mark: Mark) {
  const isPublication = mark.kind === 'publication';
  return (
    <ReferenceLine
      ifOverflow="hidden"
      key={`${mark.kind} ${mark.id}`}
      label={<MarkFlag isPublication={isPublication} says={wordsOfMark(mark)} />}
      stroke={isPublication ? 'var(--accent)' : 'var(--muted)'}
      strokeDasharray={isPublication ? undefined : '1 3'}
      x={mark.atMs}
    />
  );
}

function lineOfThreshold({ at, label }: NonNullable<TimeSeriesProps['threshold']>) {
  return (
    <ReferenceLine
      ifOverflow="extendDomain"
      label={{ value: label, position: 'insideBottomRight', ...THRESHOLD_LABEL }}
      stroke="var(--muted)"
      strokeDasharray="6 4"
      y={at}
    />
  );
}

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
      fillOpacity={0.6}
      isAnimationActive={false}
      key={key}
      name={label}
      stackId="all"
      stroke="none"
      type="linear"
    />
  );
}
