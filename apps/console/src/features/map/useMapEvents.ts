'use client';
/** What pointer and keys do on the map, as changes of the draft. */
import { useState } from 'react';
import { useSet } from '../draft/useSet';
import type { HuntMapEvents } from './huntMap';
import type { Place, Position } from './places';
import { useNudge } from './useNudge';

interface MapEventsOptions {
  readonly saved: readonly Place[];
  readonly selected: number | undefined;
  readonly select: (index: number) => void;
}

export function useMapEvents({ saved, selected, select }: MapEventsOptions) {
  const set = useSet();
  const [isPlacing, setPlacing] = useState(false);
  const move = (index: number, { lat, lon }: Position) => {
    const at = ['clues', index, 'find', 'place'];
    set({ steps: [...at, 'lat'], value: lat }, { steps: [...at, 'lon'], value: lon });
  };
  const { places, nudge } = useNudge(saved, move);
  const events: HuntMapEvents = {
    onSelect: select,
    onKey: (event, index) => {
      const place = places.find((one) => one.index === index);
      if (place) nudge(event, place);
    },
    onMove: move,
    onRadius: (index, radiusM) => {
      set({ steps: ['clues', index, 'find', 'place', 'radiusM'], value: radiusM });
    },
    onGround: (at) => {
      if (isPlacing && selected !== undefined) move(selected, at);
      setPlacing(false);
    },
  };
  return { places, events, isPlacing, setPlacing, nudge };
}
