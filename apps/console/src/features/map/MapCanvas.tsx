'use client';
/** The drawn map. The list beside it does the same without a pointer. */
import 'maplibre-gl/dist/maplibre-gl.css';
import clsx from 'clsx';
import { useTheme } from 'next-themes';
import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/Notice';
import type { Ground } from './ground';
import { HuntMap, type HuntMapEvents } from './huntMap';
import type { Place } from './places';
import { usePlan } from './usePlan';
import { useTiles } from './useTiles';

interface MapCanvasProps extends HuntMapEvents {
  readonly places: readonly Place[];
  readonly selected: number | undefined;
  readonly ground: Ground;
  readonly isPlacing: boolean;
  readonly onReady: (map: HuntMap | undefined) => void;
}

export function MapCanvas(props: MapCanvasProps) {
  const { places, selected, ground, isPlacing, onReady } = props;
  const { resolvedTheme } = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<HuntMap>(undefined);
  const events = useRef<HuntMapEvents>(props);
  useEffect(() => {
    events.current = props;
  });
  useEffect(() => {
    if (!box.current) return;
    const made = new HuntMap(box.current, {
      onSelect: (index) => events.current.onSelect(index),
      onKey: (event, index) => events.current.onKey(event, index),
      onMove: (index, to) => events.current.onMove(index, to),
      onRadius: (index, radiusM) => events.current.onRadius(index, radiusM),
      onGround: (at) => events.current.onGround(at),
    });
    map.current = made;
    onReady(made);
    return () => {
      onReady(undefined);
      made.remove();
    };
  }, [onReady]);
  useEffect(() => map.current?.show(places, selected), [places, selected]);
  useEffect(() => {
    if (resolvedTheme === undefined) return;
    // The theme's colours are on the page one frame after its name is known.
    const frame = requestAnimationFrame(() => map.current?.repaint());
    return () => cancelAnimationFrame(frame);
  }, [resolvedTheme]);
  const says = useTiles(map, ground.hasTiles);
  usePlan(map, ground.plan);
  return (
    <>
      <div
        className={clsx(
          'h-[60dvh] min-h-80 rounded-md border border-line',
          isPlacing && 'map-placing',
        )}
        ref={box}
      />
      {says !== undefined && <Notice tone="doubt">{says}</Notice>}
    </>
  );
}
