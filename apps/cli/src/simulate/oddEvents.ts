/** Events that are odd in one way each, made of good ones. Pure. */
import type { PlayEvent } from '@trove/contracts';
import { WIRE_LIMITS } from '@trove/contracts';
import type { Point } from './clueWalk.js';
import { ODDITY } from './limits.js';
import type { Random } from './random.js';

/** A UUIDv7 of a millisecond. */
export function idAt(ms: number, random: Random): string {
  const time = Math.floor(ms).toString(16).padStart(12, '0');
  const variant = random.pick(['8', '9', 'a', 'b']);
  const head = `${time.slice(0, 8)}-${time.slice(8)}`;
  return `${head}-7${random.hex(3)}-${variant}${random.hex(3)}-${random.hex(12)}`;
}

/** The same deed under a new id, a moment after it was made, by the same player or another. */
export function again(
  { event, madeAtMs }: { readonly event: PlayEvent; readonly madeAtMs: number },
  { nowMs, random }: { readonly nowMs: number; readonly random: Random },
  player = event.player,
): PlayEvent {
  const ms = Math.max(nowMs, madeAtMs + random.between(...ODDITY.tapGapMs));
  return { ...event, player, id: idAt(ms, random), time: timeText(ms) };
}

/** The same event with other content under its id. */
export function altered(event: PlayEvent, random: Random): PlayEvent {
  const { data } = event;
  if ('lat' in data && typeof data.lat === 'number') {
    const lat = data.lat + (data.lat > 0 ? -0.001 : 0.001);
    return { ...event, data: { ...data, lat } } as PlayEvent;
  }
  const other = `altered-${random.hex(6)}`;
  const field = ['code', 'answer', 'option', 'hint'].find((name) => name in data) ?? 'code';
  return { ...event, data: { ...data, [field]: other } } as PlayEvent;
}

/** The same event by a clock that is minutes to hours wrong; its id is right. */
export function skewed(event: PlayEvent, nowMs: number, random: Random): PlayEvent {
  const [least, most] = ODDITY.skewMs;
  // As likely by minutes as by hours.
  const offMs = least * (most / least) ** random.next();
  return { ...event, time: timeText(nowMs + (random.chance(0.5) ? offMs : -offMs)) };
}

/** The same event as a device would send it that kept it longer than ids are remembered. */
export function late(event: PlayEvent, nowMs: number, random: Random): PlayEvent {
  const ms = nowMs - WIRE_LIMITS.dedupWindowMs - random.between(...ODDITY.lateMs);
  return { ...event, id: idAt(ms, random), time: timeText(ms) };
}

/** The same player, reported from another part of the world. */
export function teleported(event: PlayEvent, from: Point, random: Random): PlayEvent {
  const shift = (degrees: number) => {
    return (degrees > 0 ? -1 : 1) * random.between(...ODDITY.teleportDeg) + degrees;
  };
  const data = { lat: shift(from.lat), lon: shift(from.lon), accuracyM: 10, ageS: 1 };
  return { ...event, type: 'location.reported.v1', data };
}

export function timeText(ms: number): string {
  return new Date(ms).toISOString();
}
