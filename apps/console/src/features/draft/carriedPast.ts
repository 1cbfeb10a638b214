/** Steps of undo that lead past what somebody else has changed since. */
import type { DraftPatch } from '@trove/contracts';
import { createPatch } from 'rfc6902';
import { carryOver } from './carryOver';

/** The steps of undo with what somebody else has changed: undoing takes none of that back. */
export function carriedPast(
  past: readonly unknown[],
  from: unknown,
  to: unknown,
): readonly unknown[] {
  const patch = createPatch(from, to) as DraftPatch;
  const carried: unknown[] = [];
  for (const state of patch.length > 0 ? past.toReversed() : []) {
    const onto = carryOver({ patch, from, onto: state });
    if (onto === undefined) break;
    carried.unshift(onto);
  }
  return patch.length > 0 ? carried : past;
}
