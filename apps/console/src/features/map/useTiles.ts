'use client';
/**
 * Draws the installation's own map under the circles: one PMTiles file that the console serves by
 * ranges. Whatever its layers are called, areas are drawn as areas and ways as lines, in grey.
 */
import { addProtocol, type LayerSpecification, type Map as MapLibre } from 'maplibre-gl';
import { PMTiles, Protocol, TileType } from 'pmtiles';
import { type RefObject, useEffect, useState } from 'react';
import type { HuntMap } from './huntMap';
import { colour, LOWEST_OF_OURS } from './mapStyle';

const TILES = 'tiles';
const ADDRESS = '/api/map/tiles';
/** Layers of one file that are drawn. */
const LAYERS = 40;

/** What kept the tiles from being drawn, in words; nothing as long as all is well. */
export function useTiles(
  map: RefObject<HuntMap | undefined>,
  hasTiles: boolean,
): string | undefined {
  const [says, setSays] = useState<string>();
  useEffect(() => {
    const hunt = map.current;
    if (!hunt || !hasTiles) return;
    return hunt.whenLoaded(() => {
      layTiles(hunt.map).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        setSays(`The file of the map could not be read: ${why}`);
      });
    });
  }, [map, hasTiles]);
  return says;
}

async function layTiles(map: MapLibre): Promise<void> {
  if (map.getSource(TILES)) return;
  const address = new URL(ADDRESS, window.location.href).href;
  const file = new PMTiles(address);
  const protocol = new Protocol();
  protocol.add(file);
  addProtocol('pmtiles', protocol.tile);
  const [header, metadata] = await Promise.all([file.getHeader(), file.getMetadata()]);
  const isVector = header.tileType === TileType.Mvt;
  map.addSource(TILES, { type: isVector ? 'vector' : 'raster', url: `pmtiles://${address}` });
  const layers = isVector ? vectorLayers(namesOf(metadata)) : [RASTER];
  for (const layer of layers) map.addLayer(layer, LOWEST_OF_OURS);
}

const RASTER: LayerSpecification = { id: TILES, type: 'raster', source: TILES };

function vectorLayers(names: readonly string[]): LayerSpecification[] {
  return names.flatMap((name): LayerSpecification[] => [
    {
      id: `${name}-areas`,
      type: 'fill',
      source: TILES,
      'source-layer': name,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour('--raised'), 'fill-opacity': 0.7 },
    },
    {
      id: `${name}-ways`,
      type: 'line',
      source: TILES,
      'source-layer': name,
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': colour('--muted'), 'line-width': 0.8, 'line-opacity': 0.7 },
    },
  ]);
}

function namesOf(metadata: unknown): readonly string[] {
  const { vector_layers: layers } = (metadata ?? {}) as { vector_layers?: unknown };
  if (!Array.isArray(layers)) return [];
  return layers
    .map(({ id }: { readonly id?: unknown }) => id)
    .filter((id) => typeof id === 'string')
    .slice(0, LAYERS);
}
