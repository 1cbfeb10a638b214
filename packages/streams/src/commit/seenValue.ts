/**
 * What is remembered of a decided id: 14 bytes, the most that fits the allocation its hash value
 * takes anyway. 8 bytes of digest, one of outcome and verdict, 5 of position.
 */
import type { Outcome, Verdict } from '@trove/contracts';
import type { ResultRow } from '@trove/core';
import { packOutcome, unpackOutcome } from '../codec/types.js';

export const SEEN_VALUE_BYTES = 14;

/** One character a byte. Positions reach 2^40, which is 200 days at 60,000 events a second. */
export function seenValue({ event, outcome, verdict, position }: ResultRow): string {
  const high = Math.floor(position / 0x1_0000_0000);
  const low = position >>> 0;
  return (
    event.digest +
    String.fromCharCode(
      packOutcome(outcome, verdict),
      high,
      low >>> 24,
      (low >>> 16) & 255,
      (low >>> 8) & 255,
      low & 255,
    )
  );
}

export function positionInValue(value: string): number {
  let position = 0;
  for (let i = 9; i < SEEN_VALUE_BYTES; i += 1) position = position * 256 + value.charCodeAt(i);
  return position;
}

export function outcomeInValue(value: string): { outcome: Outcome; verdict?: Verdict } {
  return unpackOutcome(value.charCodeAt(8));
}
