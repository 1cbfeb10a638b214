'use client';
/** Lays the floor plan under the circles. */
import type { Coordinates } from 'maplibre-gl';
import { type RefObject, useEffect } from 'react';
import type { Plan, PlanBounds } from './ground';
import type { HuntMap } from './huntMap';
import { LOWEST_OF_OURS } from './mapStyle';

const PLAN = 'floor-plan';

export function usePlan(map: RefObject<HuntMap | undefined>, plan: Plan | undefined): void {
  useEffect(() => {
    const hunt = map.current;
    if (!hunt) return;
    const drawn = hunt.map;
    return hunt.whenLoaded(() => {
      if (drawn.getLayer(PLAN)) drawn.removeLayer(PLAN);
      if (drawn.getSource(PLAN)) drawn.removeSource(PLAN);
      if (!plan) return;
      const coordinates = cornersOf(plan.bounds);
      drawn.addSource(PLAN, { type: 'image', url: plan.url, coordinates });
      drawn.addLayer(
        { id: PLAN, type: 'raster', source: PLAN, paint: { 'raster-fade-duration': 0 } },
        LOWEST_OF_OURS,
      );
    });
  }, [map, plan]);
}

/** From the upper left, clockwise. */
function cornersOf({ west, south, east, north }: PlanBounds): Coordinates {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}
