/**
 * What speaks for a candidate, as numbers the ranking weighs. Here they are defined once, for a
 * hunt that is played and for the evaluation on recorded visits alike. Each is bounded, so that no
 * single one can take the learning away.
 */
import { SIGNAL_BOUNDS } from './limits.js';
import { roughLog } from './roughLog.js';

/** In the order in which they stand in a row. */
export const SIGNALS = ['near', 'walkable', 'next', 'together', 'now', 'lasting', 'fit'] as const;
export type Signal = (typeof SIGNALS)[number];

export const AT = {
  near: 0,
  walkable: 1,
  next: 2,
  together: 3,
  now: 4,
  lasting: 5,
  fit: 6,
} as const;

const { nearM, walkM, shareScale, closeness, coldest, unknownM, fitting, misfit } = SIGNAL_BOUNDS;

/** Minus the logarithm of the distance, in thousands of metres. */
export function nearOf(distanceM: number): number {
  return -roughLog((nearM + distanceM) / 1_000);
}

/** 1 at hand, a half at a long walk. */
export function walkableOf(distanceM: number): number {
  return walkM / (walkM + distanceM);
}

/** What stands for a distance nobody knows, the same for every candidate. */
export const UNKNOWN_NEAR = nearOf(unknownM);
export const UNKNOWN_WALKABLE = walkableOf(unknownM);

/** From the share of teams that went there next. */
export function nextOf(share: number): number {
  return roughLog(1 + shareScale * share);
}

/** From the sum of cosines with what was visited last. */
export function togetherOf(cosines: number): number {
  return roughLog(1 + closeness * cosines);
}

/** From a popularity's logarithm and now, both in half-lives; never visited is the coldest. */
export function heatOf(heat: number, now: number): number {
  return Math.max(heat - now, coldest);
}

/**
 * How well a clue fits a team: nothing where the team has the chance that keeps people trying, less
 * the further from it, be the clue too hard or too easy.
 */
export function fitOf(skill: number, difficulty: number): number {
  const off = Math.abs(skill - difficulty - fitting);
  return off > misfit ? -misfit : -off;
}

/** What is never visited. */
export const COLDEST = coldest;
