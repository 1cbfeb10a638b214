'use client';
/** How a figure is spread over the teams, as columns and as its quantiles in words. */
import type { Distribution } from '@trove/core/playtest';
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS_LINE, AXIS_TICK, CHART_HEIGHT, MARGIN } from '../../charts/look';

interface HistogramProps {
  readonly of: Distribution;
  readonly unit: string;
}

export function Histogram({ of, unit }: HistogramProps) {
  const { least, most, columns, p10, p50, p90 } = of;
  const width = (most - least) / Math.max(1, columns.length);
  const bars = columns.map((teams, at) => ({ at: Math.round(least + at * width), teams }));
  const says = `Half the teams: at most ${Math.round(p50)} ${unit}. One in ten: at most \
${Math.round(p10)}; nine in ten: at most ${Math.round(p90)}. All: ${Math.round(least)} to \
${Math.round(most)}.`;
  return (
    <figure className="m-0">
      <div aria-hidden="true">
        <ResponsiveContainer height={CHART_HEIGHT} width="100%">
          <BarChart accessibilityLayer={false} data={bars} margin={MARGIN}>
            <XAxis axisLine={AXIS_LINE} dataKey="at" tick={AXIS_TICK} tickLine={false} unit="" />
            <YAxis axisLine={false} tick={AXIS_TICK} tickLine={false} width={40} />
            <Tooltip
              contentStyle={{ background: 'var(--panel)', border: '1px solid var(--line)' }}
              cursor={{ fill: 'var(--raised)' }}
              isAnimationActive={false}
              labelFormatter={(at) => `from ${String(at)} ${unit}`}
            />
            <Bar dataKey="teams" fill="var(--accent)" isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className="text-[13px] text-muted">{says}</figcaption>
    </figure>
  );
}
