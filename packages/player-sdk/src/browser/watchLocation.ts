/**
 * Positions of the device as `location.reported.v1` wants them: with the radius that the device
 * believes in, and how old the position is when it is sent.
 */
import type { EventData } from '@trove/contracts';

export type Located = EventData<'location.reported.v1'>;

export type LocationFault = 'unsupported' | 'denied' | 'unavailable' | 'timeout';

/** The bounds of the contract: what lies beyond them is sent as the bound. */
const MOST_ACCURACY_M = 100_000;
const MOST_AGE_S = 86_400;

/** The event's data for a position, to be sent at `nowMs` of the device's clock. */
export function locatedOf({ coords, timestamp }: PositionLike, nowMs: number): Located {
  const { latitude, longitude, accuracy } = coords;
  return {
    lat: latitude,
    lon: longitude,
    accuracyM: clamp(accuracy, MOST_ACCURACY_M),
    ageS: clamp((nowMs - timestamp) / 1000, MOST_AGE_S),
  };
}

/** What of a `GeolocationPosition` is used. */
export interface PositionLike {
  readonly coords: Pick<GeolocationCoordinates, 'latitude' | 'longitude' | 'accuracy'>;
  /** Milliseconds of the device's clock at which it was taken. */
  readonly timestamp: number;
}

export interface LocationWatch {
  /** Each new position, at most one in `everyMs`. */
  onLocation(located: Located, position: PositionLike): void;
  onFault?(fault: LocationFault): void;
  /** Shortest time between two positions; 10 s unless told otherwise. */
  readonly everyMs?: number;
  /** Costs battery; true unless told otherwise. */
  readonly isPrecise?: boolean;
  readonly geolocation?: Pick<Geolocation, 'watchPosition' | 'clearWatch'> | undefined;
  readonly now?: () => number;
}

const EVERY_MS = 10_000;
const FIX_WITHIN_MS = 30_000;

/** Watches until the answer is called. Faults are told, and the watch goes on after them. */
export function watchLocation(watch: LocationWatch): () => void {
  const { onLocation, onFault, everyMs = EVERY_MS, isPrecise = true, now = Date.now } = watch;
  const geolocation =
    'geolocation' in watch ? watch.geolocation : globalThis.navigator?.geolocation;
  if (geolocation === undefined) {
    onFault?.('unsupported');
    return () => undefined;
  }
  let toldAtMs = Number.NEGATIVE_INFINITY;
  const id = geolocation.watchPosition(
    (position) => {
      const nowMs = now();
      // A clock that was put back says nothing of how long ago the last one was.
      if (nowMs >= toldAtMs && nowMs - toldAtMs < everyMs) return;
      toldAtMs = nowMs;
      onLocation(locatedOf(position, nowMs), position);
    },
    (error) => onFault?.(FAULTS[error.code] ?? 'unavailable'),
    { enableHighAccuracy: isPrecise, timeout: FIX_WITHIN_MS, maximumAge: everyMs },
  );
  return () => geolocation.clearWatch(id);
}

/** By the codes of `GeolocationPositionError`. */
const FAULTS: Readonly<Record<number, LocationFault>> = {
  1: 'denied',
  2: 'unavailable',
  3: 'timeout',
};

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
