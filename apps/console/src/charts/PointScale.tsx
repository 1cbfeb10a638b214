'use client';
/**
 * Tells a chart which of its points stands nearest to a place in it. Recharts' own answer is of
 * the pointer's last move, and a finger presses without one.
 */
import { type Ref, useImperativeHandle } from 'react';
import { usePlotArea, useXAxisInverseDataSnapScale } from 'recharts';

/** Of a place in the chart, px, the time of its nearest point, ms; undefined beside the plot. */
export type PointAt = (x: number, y: number) => number | undefined;

/** Stands within the chart, where its axis is known, and draws nothing. */
export function PointScale({ ref }: { readonly ref: Ref<PointAt> }) {
  const plot = usePlotArea();
  const toTime = useXAxisInverseDataSnapScale();
  useImperativeHandle(ref, () => {
    return (x, y) => {
      if (plot === undefined || toTime === undefined) return undefined;
      const [across, down] = [x - plot.x, y - plot.y];
      const isInside = across >= 0 && across <= plot.width && down >= 0 && down <= plot.height;
      return isInside ? Number(toTime(x)) : undefined;
    };
  }, [plot, toTime]);
  return null;
}
