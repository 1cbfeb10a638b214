/** How the map looks: drawn from our own data only, in the colours of the theme. */
import type {
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibre,
  StyleSpecification,
} from 'maplibre-gl';

/** What our sources hold: lines of the graticule and rings of circles. */
export interface Shape {
  readonly type: 'Feature';
  readonly geometry:
    | { readonly type: 'LineString'; coordinates: [number, number][] }
    | { readonly type: 'Polygon'; coordinates: [number, number][][] };
  readonly properties: { readonly isSelected?: boolean };
}

interface Shapes {
  readonly type: 'FeatureCollection';
  features: Shape[];
}

const NONE: Shapes = { type: 'FeatureCollection', features: [] };

/** Our sources, by what they hold. */
export const SOURCES = { lines: 'graticule', circles: 'circles' } as const;

/** No sprites and no glyphs: every word of the map is HTML. */
export function mapStyle(): StyleSpecification {
  return {
    version: 8,
    sources: {
      [SOURCES.lines]: { type: 'geojson', data: NONE },
      [SOURCES.circles]: { type: 'geojson', data: NONE, tolerance: 0 },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour('--ground') } },
      {
        id: 'graticule',
        type: 'line',
        source: SOURCES.lines,
        paint: { 'line-color': colour('--line'), 'line-width': 1 },
      },
      ...circleLayers(),
    ],
  };
}

/** What is laid under the circles, as tiles and a floor plan are, comes before this layer. */
export const LOWEST_OF_OURS = 'circle-fill';

function circleLayers(): LayerSpecification[] {
  const accent = colour('--accent');
  return [
    {
      id: LOWEST_OF_OURS,
      type: 'fill',
      source: SOURCES.circles,
      paint: {
        'fill-color': accent,
        'fill-opacity': ['case', ['get', 'isSelected'], 0.28, 0.12],
      },
    },
    {
      id: 'circle-line',
      type: 'line',
      source: SOURCES.circles,
      paint: { 'line-color': accent, 'line-width': ['case', ['get', 'isSelected'], 2, 1] },
    },
  ];
}

/** Draws everything anew in the colours of now. */
export function repaint(map: MapLibre): void {
  map.setPaintProperty('ground', 'background-color', colour('--ground'));
  map.setPaintProperty('graticule', 'line-color', colour('--line'));
  map.setPaintProperty(LOWEST_OF_OURS, 'fill-color', colour('--accent'));
  map.setPaintProperty('circle-line', 'line-color', colour('--accent'));
}

export function setData(map: MapLibre, source: string, data: Shapes): void {
  // The worker takes it in by and by; the next data may come before that.
  void map.getSource<GeoJSONSource>(source)?.setData(data);
}

/** The value of a custom property of the theme, as `--accent`. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#888888';
}
