'use client';
/** Dragging over a chart: from the press of a button to its release, as times of the axis. */
import { type RefObject, useRef, useState } from 'react';
import { getRelativeCoordinate, type MouseHandlerDataParam, type MousePointer } from 'recharts';
import type { PointAt } from './PointScale';
import type { TimeAxis } from './timeAxis';

interface Drag {
  readonly from: number;
  readonly to: number;
}

/** What the chart is to tell of the pointer: its own idea of the place, and the event. */
type Handler = (_: MouseHandlerDataParam, event: MousePointer) => void;

export interface Dragging {
  /** What is marked now, earliest first; undefined while nothing is. */
  readonly marked: readonly [number, number] | undefined;
  /** For the scale that stands within the chart. */
  readonly pointAt: RefObject<PointAt | null>;
  /** For the chart. */
  readonly handlers: {
    readonly onMouseDown: Handler;
    readonly onMouseMove: Handler;
    readonly onMouseUp: () => void;
    readonly onMouseLeave: () => void;
  };
}

/** `onPick` gets a click, which is a drag that never left its point. */
export function useDrag(
  { widthMs, onZoom }: TimeAxis,
  onPick: ((atMs: number) => void) | undefined,
): Dragging {
  const [drag, setDrag] = useState<Drag>();
  const pointAt = useRef<PointAt>(null);
  const timeOf = (event: MousePointer): number | undefined => {
    const { relativeX, relativeY } = getRelativeCoordinate(event);
    return pointAt.current?.(relativeX, relativeY);
  };
  const marked: [number, number] | undefined =
    drag && onZoom && drag.from !== drag.to
      ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]
      : undefined;
  const handlers: Dragging['handlers'] = {
    onMouseDown: (_, event) => {
      const at = timeOf(event);
      if (at !== undefined) setDrag({ from: at, to: at });
    },
    onMouseMove: (_, event) => {
      if (drag === undefined) return;
      const at = timeOf(event);
      if (at !== undefined) setDrag({ ...drag, to: at });
    },
    onMouseUp: () => {
      setDrag(undefined);
      if (marked) onZoom?.({ fromMs: marked[0], toMs: marked[1] + widthMs });
      else if (drag) onPick?.(drag.from);
    },
    onMouseLeave: () => setDrag(undefined),
  };
  return { marked, pointAt, handlers };
}
