/**
 * The map of one hunt, around MapLibre: circles drawn from our data, a button for each place and a
 * handle for the selected circle. It asks no host for anything but what the console gives it.
 */
import {
  LngLat,
  Map as MapLibre,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import { graticule } from './graticule';
import { mapStyle, repaint, type Shape, SOURCES, setData } from './mapStyle';
import { boundsOf, moved, type Place, type Position, ringOf, rounded, soundRadius } from './places';

// The worker is a file of the console's own, so that the policy of content admits no other.
setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href);

export interface HuntMapEvents {
  onSelect(index: number): void;
  /** A key on the button of a place. */
  onKey(event: KeyboardEvent, index: number): void;
  onMove(index: number, to: Position): void;
  onRadius(index: number, radiusM: number): void;
  /** A click on the ground, where no place is. */
  onGround(at: Position): void;
}

/** What the map begins with where no place is drawn: the whole earth. */
const WHOLE = { center: [0, 20] as [number, number], zoom: 1 };
const FIT = { padding: 60, maxZoom: 17, animate: false } as const;

export class HuntMap {
  readonly map: MapLibre;
  readonly #events: HuntMapEvents;
  readonly #markers = new Map<number, Marker>();
  #handle: Marker | undefined;
  #places: readonly Place[] = [];
  #selected: number | undefined;
  #isFitted = false;
  #isLoaded = false;

  constructor(container: HTMLElement, events: HuntMapEvents) {
    this.#events = events;
    this.map = new MapLibre({
      container,
      style: mapStyle(),
      ...WHOLE,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
    this.map.on('load', () => {
      this.#isLoaded = true;
      this.#draw();
    });
    this.map.on('moveend', () => this.#drawLines());
    this.map.on('click', ({ lngLat }) => this.#events.onGround(positionOf(lngLat)));
  }

  show(places: readonly Place[], selected: number | undefined): void {
    this.#places = places;
    this.#selected = selected;
    this.#drawMarkers();
    this.#drawCircles(places);
    if (!this.#isFitted) this.fit();
  }

  /** All circles in view. */
  fit(): void {
    const bounds = boundsOf(this.#places);
    if (!bounds) return;
    this.#isFitted = true;
    this.map.fitBounds([...bounds] as [number, number, number, number], FIT);
  }

  center(): Position {
    return positionOf(this.map.getCenter());
  }

  /** A selected place that is out of sight comes into the middle. */
  reveal(place: Position): void {
    const at: [number, number] = [place.lon, place.lat];
    if (!this.map.getBounds().contains(at)) this.map.jumpTo({ center: at });
  }

  focus(index: number): void {
    this.#markers.get(index)?.getElement().focus();
  }

  /** Runs once the map can be drawn on; what is answered calls it off. */
  whenLoaded(act: () => void): () => void {
    if (this.#isLoaded) act();
    else this.map.once('load', act);
    return () => void this.map.off('load', act);
  }

  repaint(): void {
    if (this.#isLoaded) repaint(this.map);
  }

  remove(): void {
    this.map.remove();
  }

  #draw(): void {
    this.#drawLines();
    this.#drawCircles(this.#places);
  }

  #drawLines(): void {
    const bounds = this.map.getBounds();
    const [west, east] = [Math.max(-180, bounds.getWest()), Math.min(180, bounds.getEast())];
    const lines = graticule([west, bounds.getSouth(), east, bounds.getNorth()]);
    const features = lines.map((line) => shapeOf({ type: 'LineString', coordinates: copy(line) }));
    setData(this.map, SOURCES.lines, { type: 'FeatureCollection', features });
  }

  #drawCircles(places: readonly Place[]): void {
    const features = places
      .filter(({ radiusM }) => radiusM > 0)
      .map((place) => {
        const geometry = { type: 'Polygon' as const, coordinates: [ringOf(place)] };
        return shapeOf(geometry, { isSelected: place.index === this.#selected });
      });
    setData(this.map, SOURCES.circles, { type: 'FeatureCollection', features });
  }

  #drawMarkers(): void {
    const shown = new Set(this.#places.map(({ index }) => index));
    for (const [index, marker] of this.#markers) {
      if (shown.has(index)) continue;
      marker.remove();
      this.#markers.delete(index);
    }
    for (const place of this.#places) this.#drawMarker(place);
    this.#drawHandle();
  }

  #drawMarker(place: Place): void {
    const { index, title, lat, lon } = place;
    const marker = this.#markers.get(index) ?? this.#newMarker(index, place);
    marker.setLngLat([lon, lat]);
    const button = marker.getElement();
    button.textContent = String(index + 1);
    button.ariaLabel = `${index + 1}: ${title}`;
    button.title = title;
    button.ariaPressed = String(index === this.#selected);
  }

  #newMarker(index: number, at: Position): Marker {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'map-place';
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      this.#events.onSelect(index);
    });
    button.addEventListener('keydown', (event) => this.#events.onKey(event, index));
    const marker = new Marker({ element: button, draggable: true })
      .setLngLat([at.lon, at.lat])
      .addTo(this.map);
    marker.on('dragstart', () => this.#events.onSelect(index));
    marker.on('drag', () => this.#preview(index, positionOf(marker.getLngLat())));
    marker.on('dragend', () => this.#events.onMove(index, positionOf(marker.getLngLat())));
    this.#markers.set(index, marker);
    return marker;
  }

  /** The circle follows the hand before the draft does. */
  #preview(index: number, change: Partial<Place>): void {
    this.#drawCircles(
      this.#places.map((place) => (place.index === index ? { ...place, ...change } : place)),
    );
  }

  #drawHandle(): void {
    const place = this.#places.find(({ index }) => index === this.#selected);
    if (!place || place.radiusM === 0) {
      this.#handle?.remove();
      this.#handle = undefined;
      return;
    }
    this.#handle ??= this.#newHandle(place);
    const at = moved(place, place.radiusM, 0);
    this.#handle.setLngLat([at.lon, at.lat]);
  }

  /** Only for the pointer: by keys the radius is a field beside the map. */
  #newHandle(place: Place): Marker {
    const element = document.createElement('span');
    element.className = 'map-handle';
    element.title = 'Drag: the radius';
    const handle = new Marker({ element, draggable: true })
      .setLngLat([place.lon, place.lat])
      .addTo(this.map);
    const radius = () => {
      const centre = this.#places.find(({ index }) => index === this.#selected);
      if (!centre) return undefined;
      const { lat, lon } = centre;
      const metres = handle.getLngLat().distanceTo(new LngLat(lon, lat));
      return { index: centre.index, radiusM: soundRadius(metres) };
    };
    handle.on('drag', () => {
      const now = radius();
      if (now) this.#preview(now.index, { radiusM: now.radiusM });
    });
    handle.on('dragend', () => {
      const now = radius();
      if (now) this.#events.onRadius(now.index, now.radiusM);
    });
    return handle;
  }
}

function positionOf({ lat, lng }: LngLat): Position {
  return rounded({ lat, lon: lng });
}

function copy(line: readonly (readonly [number, number])[]): [number, number][] {
  return line.map(([lon, lat]) => [lon, lat]);
}

function shapeOf(geometry: Shape['geometry'], properties: Shape['properties'] = {}): Shape {
  return { type: 'Feature', geometry, properties };
}
