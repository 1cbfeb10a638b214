/** When a hunt is played: from its opening to its end, or for as long as an evening has. */
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { PLAYTEST_LIMITS } from './limits.js';
import { MODEL } from './model.js';

/** Milliseconds on the hunt's clock. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
  /** Between which teams come. */
  readonly startsMs: readonly [number, number];
  /** Width of the stretches that arrivals and crowds are told for. */
  readonly stretchMs: number;
}

/** Noon of a plain day, for hunts that do not say when they open. */
const DEFAULT_START_MS = Date.UTC(2030, 0, 1, 12);
const MINUTE_MS = 60_000;
/** Widths that people can read off an axis, minutes. */
const WIDTHS = [1, 2, 5, 10, 15, 20, 30, 60];

export function spanOf({ opensMs, closesMs }: Pick<CompiledHunt, 'opensMs' | 'closesMs'>): Span {
  const { horizonMs, horizonMsWithoutEnd, stretches } = PLAYTEST_LIMITS;
  const startMs = opensMs ?? Math.min(DEFAULT_START_MS, (closesMs ?? Number.MAX_VALUE) - horizonMs);
  const lastsMs =
    closesMs === undefined ? horizonMsWithoutEnd : Math.min(horizonMs, closesMs - startMs);
  const within = opensMs === undefined ? MODEL.startsWithinMsWithoutOpening : MODEL.startsWithinMs;
  const comes = Math.min(within, lastsMs / 4);
  const width = WIDTHS.find((minutes) => minutes * MINUTE_MS * stretches >= lastsMs) ?? 60;
  return {
    ...{ startMs, endMs: startMs + lastsMs, startsMs: [startMs, startMs + comes] },
    stretchMs: width * MINUTE_MS,
  };
}
