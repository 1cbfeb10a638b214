'use client';
/** Moves a place by arrow keys: shown at once, and one change of the draft when the keys rest. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Nudged, NudgeHold } from './nudgeHold';
import { moved, type Place, type Position } from './places';

const STEP_M = { usual: 5, large: 50, small: 1 } as const;
const ARROWS: Readonly<Record<string, readonly [east: number, north: number] | undefined>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

/** What is asked of a press of a key, whether React hands it on or the page. */
type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'preventDefault' | 'stopPropagation'
>;

export type Nudge = (press: KeyPress, place: Place) => void;

export function useNudge(saved: readonly Place[], move: (index: number, to: Position) => void) {
  const [nudged, setNudged] = useState<Nudged>();
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  const [hold] = useState(
    () =>
      new NudgeHold({
        later: (callback, ms) => {
          const timer = setTimeout(callback, ms);
          return () => clearTimeout(timer);
        },
        hand: (rested) => {
          latest.current(rested.index, rested);
          setNudged(undefined);
        },
      }),
  );
  useEffect(() => () => hold.handOn(), [hold]);
  const places = useMemo(
    () => saved.map((place) => (place.index === nudged?.index ? { ...place, ...nudged } : place)),
    [saved, nudged],
  );
  const nudge = useCallback<Nudge>(
    (event, place) => {
      const arrow = ARROWS[event.key];
      if (!arrow || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const step = event.shiftKey ? STEP_M.large : event.altKey ? STEP_M.small : STEP_M.usual;
      const [east, north] = arrow;
      const to = { index: place.index, ...moved(place, east * step, north * step) };
      hold.hold(to);
      setNudged(to);
    },
    [hold],
  );
  return { places, nudge };
}
