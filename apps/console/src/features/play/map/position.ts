/** Where the phone is, with how sure it is of that and since when. */
import type { LocationFault, locatedOf } from '@trove/player-sdk/browser';
import { PLAY_LIMITS } from '../client/limits';

type PositionLike = Parameters<typeof locatedOf>[0];

export interface Fix {
  /** Degrees. */
  readonly lat: number;
  readonly lon: number;
  /** Radius of the circle in which the phone believes to be, metres. */
  readonly accuracyM: number;
  /** As the browser has it, for what is sent. */
  readonly position: PositionLike;
}

export type AskedPosition =
  | { readonly ok: true; readonly fix: Fix }
  | { readonly ok: false; readonly says: string };

/** Asks the phone once, for as exact a position as it can find. */
export function askPosition(): Promise<AskedPosition> {
  if (!('geolocation' in navigator)) {
    return Promise.resolve({ ok: false, says: 'This browser can’t tell where it is.' });
  }
  const options = {
    enableHighAccuracy: true,
    timeout: PLAY_LIMITS.positionMs,
    maximumAge: PLAY_LIMITS.positionAgeMs,
  };
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      (position) => resolve({ ok: true, fix: fixOf(position) }),
      ({ code }) => resolve({ ok: false, says: FAULTS[code] ?? NOWHERE }),
      options,
    );
  });
}

export function fixOf(position: PositionLike): Fix {
  const { latitude: lat, longitude: lon, accuracy: accuracyM } = position.coords;
  return { lat, lon, accuracyM, position };
}

const NOWHERE = 'The phone can’t tell where it is just now. Step into the open and try again.';

/** By the codes of the Geolocation API. */
const FAULTS: Readonly<Record<number, string>> = {
  1: 'This page may not know where you are. Allow it in your phone’s settings for this page.',
  2: NOWHERE,
  3: 'The phone took too long to find itself. Step into the open and try again.',
};

const BY_NAME: Readonly<Record<LocationFault, string>> = {
  unsupported: 'This browser can’t tell where it is.',
  denied: FAULTS[1] as string,
  unavailable: NOWHERE,
  timeout: FAULTS[3] as string,
};

export function wordsOfFault(fault: LocationFault): string {
  return BY_NAME[fault];
}
