/**
 * Popularity of a clue: its solves, each counting half as much after every half-life. It is kept
 * by forward decay (G. Cormode, V. Shkapenyuk, D. Srivastava, B. Xu, "Forward Decay: A Practical
 * Time Decay Model for Streaming Systems", ICDE 2009): instead of ageing old solves, new ones
 * weigh more, by 2^(t / half-life). What is kept is the base-2 logarithm of the sum of these
 * weights, the heat. Nothing has to be touched as time goes by, and which of two clues is hotter
 * never changes by time alone.
 */
import { RECOMMEND_LIMITS } from './limits.js';

const { halfLifeMs, crowdMs, hottest: HOTTEST } = RECOMMEND_LIMITS;

/** The heat after one more solve at this time, ms. */
export function heatAfter(heat: number | undefined, atMs: number, halfMs = halfLifeMs): number {
  const solve = atMs / halfMs;
  if (heat === undefined || heat === NEVER) return solve;
  const high = Math.max(heat, solve);
  return high + Math.log2(1 + 2 ** (Math.min(heat, solve) - high));
}

/**
 * The same for crowds, which need no more than a few hundred teams told apart: whole numbers of a
 * 256th, which take few characters to keep.
 */
export function crowdAfter(crowd: number | undefined, atMs: number): number {
  return Math.round(heatAfter(crowdHeatOf(crowd), atMs, crowdMs) * CROWD_GRAIN);
}

export function crowdHeatOf(crowd: number | undefined): number {
  return crowd === undefined ? NEVER : crowd / CROWD_GRAIN;
}

const CROWD_GRAIN = 256;

/** Heat of what was never solved. */
export const NEVER = Number.NEGATIVE_INFINITY;

/** Solves counted with their decay: 1 just after a single one, 0.5 a half-life later. */
export function popularityAt(heat: number | undefined, nowMs: number, halfMs = halfLifeMs): number {
  return heat === undefined ? 0 : 2 ** (heat - nowMs / halfMs);
}

/**
 * The hottest after this one has become hotter. One that falls out need not be remembered: it
 * comes back only by becoming hotter itself.
 */
export function hottestAfter<K>(
  hottest: readonly K[],
  one: K,
  heatOf: (one: K) => number | undefined,
): readonly K[] {
  const heat = heatOf(one) ?? 0;
  const before = hottest.indexOf(one);
  const from = before < 0 ? hottest.length : before;
  let place = from;
  while (place > 0 && (heatOf(hottest[place - 1] as K) ?? 0) < heat) place -= 1;
  // Most solves move nothing: the clue stays where it is, or among those that are not here.
  if (place === before || place >= HOTTEST) return hottest;
  const after = [...hottest];
  if (before >= 0) after.splice(before, 1);
  after.splice(place, 0, one);
  if (after.length > HOTTEST) after.pop();
  return after;
}
