/** How what checks of quality remember stands in Redis: one JSON text a team. */
import type { DeviceCount, Fix, Gauge, HuntChange, Print, Suspect, TeamWatch } from '@trove/core';

/** Device, epoch, highest number, bitmap. */
type StoredDevice = readonly [string, number, number, number];

interface StoredWatch {
  readonly d?: readonly StoredDevice[];
  readonly p?: readonly Print[];
  readonly g?: readonly (readonly [string, Gauge])[];
  readonly f?: readonly (readonly [string, readonly Fix[]])[];
  readonly s?: readonly (readonly [number, Suspect])[];
}

/** Team, text, team, text … of what changed. */
export function watchFields({ watches }: HuntChange): string[] {
  const fields: string[] = [];
  for (const [team, watch] of watches) fields.push(team, watchText(watch));
  return fields;
}

function watchText({ devices, prints, gauges, fixes, suspects }: TeamWatch): string {
  const stored: StoredWatch = {
    ...(devices.size === 0 ? {} : { d: [...devices].map(storedDevice) }),
    ...(prints.length === 0 ? {} : { p: prints }),
    ...(gauges.size === 0 ? {} : { g: [...gauges] }),
    ...(fixes.size === 0 ? {} : { f: [...fixes] }),
    ...(suspects.size === 0 ? {} : { s: [...suspects] }),
  };
  return JSON.stringify(stored);
}

function storedDevice([device, { epoch, high, seen }]: readonly [
  string,
  DeviceCount,
]): StoredDevice {
  return [device, epoch, high, seen];
}

export function parseWatch(text: string): TeamWatch {
  const { d = [], p = [], g = [], f = [], s = [] } = JSON.parse(text) as StoredWatch;
  return {
    devices: new Map(d.map(([device, epoch, high, seen]) => [device, { epoch, high, seen }])),
    prints: p,
    gauges: new Map(g),
    fixes: new Map(f),
    suspects: new Map(s),
  };
}
