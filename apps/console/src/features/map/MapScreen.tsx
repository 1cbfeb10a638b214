'use client';
/** Where a hunt happens: its places on a map, and the same as a list for keys alone. */
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Panel } from '../../ui/Panel';
import { useListKeys } from '../../ui/useListKeys';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf } from '../draft/draftHunt';
import { useSet } from '../draft/useSet';
import { FloorPlan } from './FloorPlan';
import type { Ground } from './ground';
import type { HuntMap } from './huntMap';
import { MapTools } from './MapTools';
import { PlaceList } from './PlaceList';
import { type Position, placesOf } from './places';
import { useNudge } from './useNudge';
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
  const set = useSet();
  const [ground, setGround] = useState(begun);
  const [map, setMap] = useState<HuntMap>();
  const [isPlacing, setPlacing] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const clues = useMemo(() => entriesOf(hunt?.clues), [hunt]);
  const saved = useMemo(() => placesOf(clues), [clues]);
  const { selected, select } = useSelectedPlace(saved);
  const move = (index: number, { lat, lon }: Position) => {
    const at = ['clues', index, 'find', 'place'];
    set({ steps: [...at, 'lat'], value: lat }, { steps: [...at, 'lon'], value: lon });
  };
  const { places, nudge } = useNudge(saved, move);
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
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons on the map. */}
        <div onKeyDown={(event) => place && nudge(event, place)}>
          <MapCanvas
            ground={ground}
            isPlacing={isPlacing}
            onGround={(at) => {
              if (isPlacing && selected !== undefined) move(selected, at);
              setPlacing(false);
            }}
            onMove={move}
            onRadius={(index, radiusM) => {
              set({ steps: ['clues', index, 'find', 'place', 'radiusM'], value: radiusM });
            }}
            onReady={setMap}
            onSelect={select}
            places={places}
            selected={selected}
          />
        </div>
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
