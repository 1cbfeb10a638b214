'use client';
/** Dragging over a chart: from the press of a button to its release, as times of the axis. */
import { useState } from 'react';
import type { TimeAxis } from './timeAxis';

/** What Recharts tells of the pointer. */
interface Pointed {
  readonly activeLabel?: string | number;
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

export interface DragHandlers {
  /** What is marked now, earliest first; undefined while nothing is. */
  readonly marked: readonly [number, number] | undefined;
  readonly onMouseDown: (state: Pointed) => void;
  readonly onMouseMove: (state: Pointed) => void;
  readonly onMouseUp: (state: Pointed) => void;
  readonly onMouseLeave: () => void;
}

/** `onPick` gets a click, which is a drag that never left its point. */
export function useDrag(
  { widthMs, onZoom }: TimeAxis,
  onPick: ((atMs: number) => void) | undefined,
): DragHandlers {
  const [drag, setDrag] = useState<Drag>();
  const marked: [number, number] | undefined =
    drag && onZoom && drag.from !== drag.to
      ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]
      : undefined;
  return {
    marked,
    onMouseDown: ({ activeLabel }) => {
      if (activeLabel !== undefined)
        setDrag({ from: Number(activeLabel), to: Number(activeLabel) });
    },
    onMouseMove: ({ activeLabel }) => {
      if (drag && activeLabel !== undefined) setDrag({ ...drag, to: Number(activeLabel) });
    },
    onMouseUp: () => {
      setDrag(undefined);
      if (marked) onZoom?.({ fromMs: marked[0], toMs: marked[1] + widthMs });
      else if (drag) onPick?.(drag.from);
    },
    onMouseLeave: () => setDrag(undefined),
  };
}
