/** What the checks of quality remember of one team, bounded whatever it sends. Plain values. */
import type { Standing, Suspicion } from '@trove/contracts';
import type { Point } from '../geo/distance.js';
import { WATCH_LIMITS } from './limits.js';

export interface TeamWatch {
  /** How far each device has counted; the least recently used first. */
  readonly devices: ReadonlyMap<string, DeviceCount>;
  /** What the team said of late, where the hunt asks for fingerprints; the oldest first. */
  readonly prints: readonly Print[];
  /** What expectations keep, by their own key; the least recently used first. */
  readonly gauges: ReadonlyMap<string, Gauge>;
  /** Where each player was; the least recently seen player first. */
  readonly walks: ReadonlyMap<string, Walk>;
  /** Suspected events by their place in the log; the oldest first. */
  readonly suspects: ReadonlyMap<number, Suspect>;
  /** How many that moved points have made room before anybody had settled them. */
  readonly lapsed: number;
  /** Points that operators took back and have not given again, by the event's place in the log. */
  readonly takenBack: ReadonlyMap<number, number>;
}

export interface Walk {
  /** In the order of event time, the newest kept. */
  readonly fixes: readonly Fix[];
  /** The last one that can't be reached from these, while the player is not back with them. */
  readonly astray: Fix | undefined;
}

export interface Fix extends Point {
  /** Effective time, ms. */
  readonly atMs: number;
  readonly accuracyM: number;
}

export interface Suspect {
  readonly eventId: string;
  readonly clue: string | undefined;
  readonly points: number;
  readonly suspicions: readonly Suspicion[];
  /** Those like it that came later and are settled with it: only where no points moved. */
  readonly again?: { readonly times: number; readonly lastEventId: string };
  /** Undefined until an operator has looked. */
  readonly standing: Standing | undefined;
}

/** A wrong answer that one team gave and others are compared with. */
export interface WrongAnswer {
  readonly clue: string;
  /** Normalised. */
  readonly answer: string;
  readonly team: string;
  /** On the hunt's clock. */
  readonly atMs: number;
}

export interface DeviceCount {
  readonly epoch: number;
  /** The highest number seen. */
  readonly high: number;
  /** Bit i tells whether `high - i` was seen; 32 bits, unsigned. */
  readonly seen: number;
}

export interface Print {
  readonly text: string;
  /** When its window ends, ms on the hunt's clock: a repeat does not extend it. */
  readonly untilMs: number;
  readonly position: number;
}

/** Under which gauge a team's wrong answers are counted; every other names an expectation. */
export const GUESSES = 'guessing';

/** A value, and when it was taken, ms on the hunt's clock. */
export type Gauge = readonly [value: number, atMs: number];

export const NO_WATCH: TeamWatch = {
  devices: new Map(),
  prints: [],
  gauges: new Map(),
  walks: new Map(),
  suspects: new Map(),
  lapsed: 0,
  takenBack: new Map(),
};

export const NO_WALK: Walk = { fixes: [], astray: undefined };

/** The map with one entry renewed and moved to the end, the first let go beyond `most`. */
export function renewed<K, V>(
  from: ReadonlyMap<K, V>,
  [key, value]: readonly [K, V],
  most: number,
): Map<K, V> {
  const to = new Map(from);
  to.delete(key);
  to.set(key, value);
  const oldest = to.size > most ? to.keys().next().value : undefined;
  if (oldest !== undefined) to.delete(oldest);
  return to;
}

/** The gauges with one renewed; what counts guesses is never let go for the others. */
export function withGauge(
  from: ReadonlyMap<string, Gauge>,
  entry: readonly [string, Gauge],
): Map<string, Gauge> {
  const guesses = from.get(GUESSES);
  const to = renewed(from, entry, WATCH_LIMITS.gauges);
  if (guesses === undefined || to.has(GUESSES)) return to;
  return renewed(to, [GUESSES, guesses], WATCH_LIMITS.gauges);
}
