/** What makes a reported position doubtful for a clue that is found by being there. */
import type { EventData, FairPlay, FixFault } from '@trove/contracts';
import { circleShare } from '../geo/circleShare.js';
import { distanceM } from '../geo/distance.js';
import type { Fence } from '../hunt/compiledHunt.js';

type Reported = EventData<'location.reported.v1'>;

const M_PER_S_PER_KMH = 1 / 3.6;

/**
 * What is wrong with a position whose point lies inside the fence; undefined when it counts. One
 * without an accuracy is taken as a point, where the clue does not ask for an accuracy.
 */
export function fixFault(fence: Fence, fix: Reported): FixFault | undefined {
  const { accuracyM, ageS } = fix;
  if (fence.maxAccuracyM !== undefined) {
    if (accuracyM === undefined) return 'accuracy_unknown';
    if (accuracyM > fence.maxAccuracyM) return 'accuracy_too_low';
  }
  if (fence.maxAgeS !== undefined) {
    if (ageS === undefined) return 'age_unknown';
    if (ageS > fence.maxAgeS) return 'too_old';
  }
  return isInside(fence, fix, accuracyM ?? 0) ? undefined : 'on_the_edge';
}

/** The same where the hunt's fair play says more: how far the player may have gone since. */
export function fixDoubt(
  fence: Fence,
  fix: Reported,
  position: FairPlay['position'],
): FixFault | undefined {
  const fault = fixFault(fence, fix);
  const { accuracyM = 0, ageS = 0 } = fix;
  if (fault !== undefined || position === undefined || ageS === 0) return fault;
  const goneM = ageS * position.maxKmh * M_PER_S_PER_KMH;
  return isInside(fence, fix, accuracyM + goneM) ? undefined : 'too_old';
}

/** Whether enough of the circle around a position lies inside the fence. */
function isInside(fence: Fence, { lat, lon }: Reported, radiusM: number): boolean {
  if (radiusM === 0) return true;
  const circles = {
    distanceM: distanceM({ lat, lon }, fence),
    radiusM,
    insideRadiusM: fence.radiusM,
  };
  return circleShare(circles) >= fence.minShare;
}
