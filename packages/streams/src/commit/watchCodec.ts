/** How what checks of quality remember stands in Redis: one JSON text a team. */
import type { DeviceCount, Fix, Gauge, HuntChange, Suspect, TeamWatch, Walk } from '@trove/core';

/** Device, epoch, highest number, bitmap. */
type StoredDevice = readonly [string, number, number, number];

/** Time, latitude, longitude, accuracy. */
type StoredFix = readonly [number, number, number, number];

/** Player, its fixes, and the one astray if there is one. */
type StoredWalk = readonly [string, readonly StoredFix[], StoredFix?];

interface StoredWatch {
  readonly d?: readonly StoredDevice[];
  readonly p?: readonly (readonly [string, number, number])[];
  readonly g?: readonly (readonly [string, Gauge])[];
  readonly f?: readonly StoredWalk[];
  readonly s?: readonly (readonly [number, Suspect])[];
  readonly l?: number;
  readonly o?: readonly (readonly [number, number])[];
}

/** Team, text, team, text … of what changed. */
export function watchFields({ watches }: Pick<HuntChange, 'watches'>): string[] {
  const fields: string[] = [];
  for (const [team, watch] of watches) fields.push(team, watchText(watch));
  return fields;
}

function watchText(watch: TeamWatch): string {
  const { devices, prints, gauges, walks, suspects, lapsed, takenBack } = watch;
  const stored: StoredWatch = {
    ...(devices.size === 0 ? {} : { d: [...devices].map(storedDevice) }),
    ...(prints.length === 0
      ? {}
      : { p: prints.map(({ text, untilMs, position }) => [text, untilMs, position] as const) }),
    ...(gauges.size === 0 ? {} : { g: [...gauges] }),
    ...(walks.size === 0 ? {} : { f: [...walks].map(storedWalk) }),
    ...(suspects.size === 0 ? {} : { s: [...suspects] }),
    ...(lapsed === 0 ? {} : { l: lapsed }),
    ...(takenBack.size === 0 ? {} : { o: [...takenBack] }),
  };
  return JSON.stringify(stored);
}

function storedDevice([device, { epoch, high, seen }]: readonly [
  string,
  DeviceCount,
]): StoredDevice {
  return [device, epoch, high, seen];
}

function storedWalk([player, { fixes, astray }]: readonly [string, Walk]): StoredWalk {
  const stored = fixes.map(storedFix);
  return astray === undefined ? [player, stored] : [player, stored, storedFix(astray)];
}

function storedFix({ atMs, lat, lon, accuracyM }: Fix): StoredFix {
  return [atMs, lat, lon, accuracyM];
}

function parseWalk([player, fixes, astray]: StoredWalk): readonly [string, Walk] {
  return [player, { fixes: fixes.map(parseFix), astray: astray && parseFix(astray) }];
}

function parseFix([atMs, lat, lon, accuracyM]: StoredFix): Fix {
  return { atMs, lat, lon, accuracyM };
}

export function parseWatch(text: string): TeamWatch {
  const { d = [], p = [], g = [], f = [], s = [], l = 0, o = [] } = JSON.parse(text) as StoredWatch;
  return {
    devices: new Map(d.map(([device, epoch, high, seen]) => [device, { epoch, high, seen }])),
    prints: p.map(([said, untilMs, position]) => ({ text: said, untilMs, position })),
    gauges: new Map(g),
    walks: new Map(f.map(parseWalk)),
    suspects: new Map(s),
    lapsed: l,
    takenBack: new Map(o),
  };
}
