'use client';
/** Zooming the overview: by a drag over a chart, or by keys around what is shown. */
import { useCallback, useEffect } from 'react';
import { fitRange, type Range, scaleRange, shiftRange } from '../../live/range';
import { useScope } from '../../live/scope';
import { isInDialog, isTyping } from '../../ui/isTyping';

const CLOSER = 0.5;
const WIDER = 2;
/** Share of what is shown that one step goes to the side. */
const STEP = 0.25;

/** Freezes the overview at a range; `+`, `-` and Shift with the arrows start from `domain`. */
export function useZoom(domain: readonly [number, number] | undefined): (range: Range) => void {
  const [{ range: asked }, setScope] = useScope();
  const zoom = useCallback(
    (range: Range) => void setScope({ range: fitRange(range, Date.now()), paused: true }),
    [setScope],
  );
  // While a range is on its way nothing is shown of it yet, and keys go on from what was asked for.
  const fromMs = domain?.[0] ?? asked?.fromMs;
  const toMs = domain?.[1] ?? asked?.toMs;
  useEffect(() => {
    if (fromMs === undefined || toMs === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || isInDialog(event) || event.metaKey || event.ctrlKey || event.altKey)
        return;
      const range = rangeOfKey(event, { fromMs, toMs });
      if (range === undefined) return;
      event.preventDefault();
      zoom(range);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [fromMs, toMs, zoom]);
  return zoom;
}

function rangeOfKey({ key, shiftKey }: KeyboardEvent, shown: Range): Range | undefined {
  if (key === '+' || key === '=') return scaleRange(shown, CLOSER);
  if (key === '-') return scaleRange(shown, WIDER);
  if (!shiftKey) return undefined;
  if (key === 'ArrowLeft') return shiftRange(shown, -STEP);
  return key === 'ArrowRight' ? shiftRange(shown, STEP) : undefined;
}
