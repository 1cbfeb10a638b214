import { EVENT_DATA } from '@trove/contracts';
import { expect, it } from 'vitest';
import { type Located, type LocationFault, locatedOf, watchLocation } from './watchLocation.js';

const at = (timestamp: number, accuracy = 12) => ({
  coords: { latitude: 53.55, longitude: 9.99, accuracy },
  timestamp,
});

it('says how old a position is and how far to trust it, within the contract', () => {
  const contract = EVENT_DATA['location.reported.v1'];
  expect(locatedOf(at(1_000), 3_500)).toEqual({ lat: 53.55, lon: 9.99, accuracyM: 12, ageS: 2.5 });
  const odd = [locatedOf(at(5_000), 1_000), locatedOf(at(0, 9e9), 9e12)];
  expect(odd).toMatchObject([{ ageS: 0 }, { ageS: 86_400, accuracyM: 100_000 }]);
  for (const located of odd) expect(contract.safeParse(located).success).toBe(true);
});

function watched() {
  const told: Located[] = [];
  const faults: LocationFault[] = [];
  const calls: { found: PositionCallback; failed: PositionErrorCallback }[] = [];
  const cleared: number[] = [];
  const clock = { nowMs: 0 };
  const stop = watchLocation({
    onLocation: (located) => told.push(located),
    onFault: (fault) => faults.push(fault),
    now: () => clock.nowMs,
    geolocation: {
      watchPosition(found, failed) {
        calls.push({ found, failed: failed ?? (() => undefined) });
        return 7;
      },
      clearWatch: (id) => void cleared.push(id),
    },
  });
  const find = (nowMs: number) => {
    clock.nowMs = nowMs;
    calls[0]?.found(at(nowMs) as GeolocationPosition);
  };
  const fail = (code: number) => calls[0]?.failed({ code } as GeolocationPositionError);
  return { told, faults, cleared, stop, find, fail };
}

it('tells one position in ten seconds, and stops', () => {
  const { told, find, stop, cleared } = watched();
  for (const nowMs of [0, 4_000, 9_999, 10_000, 15_000, 20_001]) find(nowMs);
  expect(told).toHaveLength(3);
  stop();
  expect(cleared).toEqual([7]);
});

it('names what went wrong', () => {
  const { faults, fail } = watched();
  for (const code of [1, 2, 3, 99]) fail(code);
  watchLocation({
    onLocation: () => undefined,
    onFault: (fault) => faults.push(fault),
    geolocation: undefined,
  });
  expect(faults).toEqual(['denied', 'unavailable', 'timeout', 'unavailable', 'unsupported']);
});
