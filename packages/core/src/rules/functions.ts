/**
 * The functions a condition may call. Everything else CEL knows is refused: `matches` because a
 * regular expression can take unbounded time, the macros because without loops each node of a
 * condition is evaluated at most once, which is the whole of the language's budget.
 */
import { distanceM } from '../geo/distance.js';
import type { ValueType } from './contextTypes.js';
import type { Evaluated } from './evaluated.js';

export interface ConditionFunction {
  /** As a designer reads it in a message. */
  readonly usage: string;
  readonly receiver?: ValueType;
  readonly parameters: readonly ValueType[];
  readonly returns: ValueType;
  /** The name the library checks it under, where the library's own types would surprise. */
  readonly checkedAs?: string;
  apply(values: readonly Evaluated[]): Evaluated;
}

const DAY_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Characters as people count them: code points, not UTF-16 units. */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Hour of the day, 0 to under 24 with its fraction, at a fixed offset from UTC. */
export function hourOf(timeMs: number, offsetHours: number): number {
  const hours = (timeMs / HOUR_MS + offsetHours) % DAY_HOURS;
  return hours < 0 ? hours + DAY_HOURS : hours;
}

function textTest(name: string, test: (text: string, part: string) => boolean) {
  return {
    usage: `text.${name}(part)`,
    receiver: 'string',
    parameters: ['string'],
    returns: 'bool',
    apply: (values) => test(values[0] as string, values[1] as string),
  } satisfies ConditionFunction;
}

function textChange(name: string, change: (text: string) => string) {
  return {
    usage: `text.${name}()`,
    receiver: 'string',
    parameters: [],
    returns: 'string',
    apply: (values) => change(values[0] as string),
  } satisfies ConditionFunction;
}

/** Functions called as `name(…)`. `has` and `timestamp` are not here: the compiler knows them. */
export const CALLS: Readonly<Record<string, ConditionFunction>> = {
  size: {
    usage: 'size(text)',
    parameters: ['string'],
    returns: 'number',
    checkedAs: 'sizeOf',
    apply: (values) => countCharacters(values[0] as string),
  },
  distanceM: {
    usage: 'distanceM(lat, lon, lat, lon)',
    parameters: ['number', 'number', 'number', 'number'],
    returns: 'number',
    checkedAs: 'distanceM',
    apply: (values) => {
      const [lat1, lon1, lat2, lon2] = values as [number, number, number, number];
      return distanceM({ lat: lat1, lon: lon1 }, { lat: lat2, lon: lon2 });
    },
  },
  hourOf: {
    usage: 'hourOf(event.time, offsetHours)',
    parameters: ['number', 'number'],
    returns: 'number',
    checkedAs: 'hourOf',
    apply: (values) => hourOf(values[0] as number, values[1] as number),
  },
};

/** Functions called as `text.name(…)`. */
export const METHODS: Readonly<Record<string, ConditionFunction>> = {
  contains: textTest('contains', (text, part) => text.includes(part)),
  startsWith: textTest('startsWith', (text, part) => text.startsWith(part)),
  endsWith: textTest('endsWith', (text, part) => text.endsWith(part)),
  lowerAscii: textChange('lowerAscii', (text) => text.toLowerCase()),
  upperAscii: textChange('upperAscii', (text) => text.toUpperCase()),
};

/** The function of this name, or nothing; never something inherited from Object. */
export function functionNamed(
  table: Readonly<Record<string, ConditionFunction>>,
  name: string,
): ConditionFunction | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Every call a designer may write, for messages. */
export const USAGES: readonly string[] = [
  'has(event.data.field)',
  "timestamp('2026-05-01T20:00:00Z')",
  ...[...Object.values(CALLS), ...Object.values(METHODS)].map((known) => known.usage),
];
