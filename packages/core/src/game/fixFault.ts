/** Whether a reported position is good enough for the fence of a clue. */
import type { EventData, FixFault } from '@trove/contracts';
import { circleShare } from '../geo/circleShare.js';
import { distanceM } from '../geo/distance.js';
import type { Fence } from '../hunt/compiledHunt.js';

/**
 * What is wrong with a position whose point lies inside the fence; undefined when it counts. One
 * without an accuracy is taken as a point, where the clue does not ask for an accuracy.
 */
export function fixFault(
  fence: Fence,
  { lat, lon, accuracyM, ageS }: EventData<'location.reported.v1'>,
): FixFault | undefined {
  if (fence.maxAccuracyM !== undefined) {
    if (accuracyM === undefined) return 'accuracy_unknown';
    if (accuracyM > fence.maxAccuracyM) return 'accuracy_too_low';
  }
  if (fence.maxAgeS !== undefined) {
    if (ageS === undefined) return 'age_unknown';
    if (ageS > fence.maxAgeS) return 'too_old';
  }
  if (accuracyM === undefined || accuracyM === 0) return undefined;
  const circles = {
    distanceM: distanceM({ lat, lon }, fence),
    radiusM: accuracyM,
    insideRadiusM: fence.radiusM,
  };
  return circleShare(circles) < fence.minShare ? 'on_the_edge' : undefined;
}
