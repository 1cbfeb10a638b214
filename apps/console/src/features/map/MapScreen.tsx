'use client';
/** Where a hunt happens: its places on a map, and the same as a list for keys alone. */
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Panel } from '../../ui/Panel';
import { useListKeys } from '../../ui/useListKeys';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf } from '../draft/draftHunt';
import { FloorPlan } from './FloorPlan';
import type { Ground } from './ground';
import type { HuntMap } from './huntMap';
import { MapTools } from './MapTools';
import { PlaceList } from './PlaceList';
import { placesOf } from './places';
import { useMapEvents } from './useMapEvents';
import { useSelectedPlace } from './useSelectedPlace';

/** MapLibre is large, and loaded on this tab only. */
const MapCanvas = dynamic(async () => (await import('./MapCanvas')).MapCanvas, {
  ssr: false,
  loading: () => <div aria-busy="true" className="h-[60dvh] min-h-80 rounded bg-raised" />,
});

const LIVE = { is: 'live' } as const;

interface MapScreenProps {
  readonly ground: Ground;
}

export function MapScreen({ ground: begun }: MapScreenProps) {
  const { hunt } = useDraft();
  const [ground, setGround] = useState(begun);
  const [map, setMap] = useState<HuntMap>();
  const list = useRef<HTMLUListElement>(null);
  const clues = useMemo(() => entriesOf(hunt?.clues), [hunt]);
  const saved = useMemo(() => placesOf(clues), [clues]);
  const { selected, select } = useSelectedPlace(saved);
  const { places, events, isPlacing, setPlacing, nudge } = useMapEvents({
    saved,
    selected,
    select,
  });
  useListKeys(list, {});
  const place = places.find(({ index }) => index === selected);
  useEffect(() => {
    if (place) map?.reveal(place);
  }, [map, place]);
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Panel
        note={<span className="hidden sm:inline">arrows 5 m · Shift 50 m · Alt 1 m</span>}
        state={LIVE}
        title="Map"
        tools={
          <MapTools
            clues={clues}
            isPlacing={isPlacing}
            map={map}
            onPlacing={setPlacing}
            onSelect={select}
            selected={selected}
          />
        }
      >
        <MapCanvas
          {...events}
          ground={ground}
          isPlacing={isPlacing}
          onReady={setMap}
          places={places}
          selected={selected}
        />
      </Panel>
      <div className="flex min-w-0 flex-col gap-3">
        <PlaceList
          clues={clues}
          list={list}
          onNudge={nudge}
          onSelect={select}
          places={places}
          selected={selected}
        />
        <FloorPlan map={map} onPlan={(plan) => setGround({ ...ground, plan })} plan={ground.plan} />
      </div>
    </div>
  );
}
