'use client';
/** Points over solves, and over time where being quick brings something; as charts and in words. */
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS_LINE, AXIS_TICK, CURSOR, MARGIN } from '../../charts/look';
import { formatMillis } from '../../format/numbers';
import type { WorthCurves, WorthPoint } from './worthCurves';

const HEIGHT = 150;
const SECOND_MS = 1_000;

export function WorthPlot({ curves: { overSolves, overTime } }: { readonly curves: WorthCurves }) {
  const isQuick = overTime.length > 0;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Curve
        axis="teams before"
        caption="Points by teams that solved it before"
        formatAt={(solves) => `${solves} before`}
        isLate={isQuick}
        points={overSolves}
      />
      {isQuick && (
        <Curve
          axis="time since it could be tried"
          caption="Points of the first team over time"
          formatAt={(seconds) => formatMillis(seconds * SECOND_MS)}
          isLate={false}
          points={overTime}
        />
      )}
    </div>
  );
}

interface CurveProps {
  readonly caption: string;
  readonly axis: string;
  readonly points: readonly WorthPoint[];
  readonly formatAt: (at: number) => string;
  /** Draws also what a team gets that comes late. */
  readonly isLate: boolean;
}

function Curve({ caption, axis, points, formatAt, isLate }: CurveProps) {
  const [first, last] = [points[0], points.at(-1)];
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="pb-1 text-[13px] text-muted">
        {caption}: from <span className="figures text-ink">{first?.points}</span> to{' '}
        <span className="figures text-ink">{last?.points}</span>
        {isLate && '; dashed without the bonus for being quick'}
      </figcaption>
      <ResponsiveContainer height={HEIGHT} minWidth={0} width="100%">
        <LineChart accessibilityLayer data={[...points]} margin={MARGIN}>
          <CartesianGrid stroke="var(--grid)" vertical={false} />
          <XAxis
            axisLine={AXIS_LINE}
            dataKey="at"
            domain={['dataMin', 'dataMax']}
            height={34}
            label={{ value: axis, position: 'insideBottom', fill: 'var(--muted)', fontSize: 11 }}
            tick={AXIS_TICK}
            tickFormatter={(at: number) => formatAt(at).replace(' before', '')}
            tickLine={false}
            type="number"
          />
          <YAxis
            allowDecimals={false}
            axisLine={false}
            domain={[0, 'auto']}
            tick={AXIS_TICK}
            tickCount={4}
            tickLine={false}
            width={44}
          />
          <Tooltip
            contentStyle={TOOLTIP}
            cursor={CURSOR}
            formatter={(value, name) => [`${String(value)} points`, name]}
            isAnimationActive={false}
            labelFormatter={(at) => formatAt(Number(at))}
          />
          <Line {...LINE} dataKey="points" name="at once" stroke="var(--accent)" />
          {isLate && (
            <Line
              {...LINE}
              dataKey="late"
              name="late"
              stroke="var(--muted)"
              strokeDasharray="4 3"
            />
          )}
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}

const LINE = {
  activeDot: false,
  dot: false,
  isAnimationActive: false,
  strokeWidth: 1.4,
  type: 'linear',
} as const;
const TOOLTIP = {
  background: 'var(--panel)',
  border: '1px solid var(--line)',
  borderRadius: 6,
  color: 'var(--ink)',
  fontSize: 12,
};
