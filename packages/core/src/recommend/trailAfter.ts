/** Where a team stands after a solve. */
import type { Point } from '../geo/distance.js';
import type { Trail } from './huntMemory.js';
import { COMPANIONS } from './limits.js';
import { rounded, secondsOf } from './placing.js';

interface Step {
  readonly trail: Trail;
  /** Of the clue that was solved; undefined where there was none left for it. */
  readonly slot: number | undefined;
  readonly skill: Trail['skill'];
}

export function trailAfter(
  { trail, slot, skill }: Step,
  fence: Point | undefined,
  nowMs: number,
): Trail {
  const at = fence === undefined ? trail.at : rounded(fence);
  const placedS = fence === undefined ? trail.placedS : secondsOf(nowMs);
  const { recent: before, lastMs } = trail;
  if (slot === undefined) return { recent: before, lastMs, at, placedS, skill, served: undefined };
  const recent = [slot, ...before.slice(0, COMPANIONS.recent - 1)];
  return { recent, lastMs: nowMs, at, placedS, skill, served: undefined };
}
