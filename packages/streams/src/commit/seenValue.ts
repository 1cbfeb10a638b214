/**
 * What is remembered of a decided id: 14 bytes, the most that fits the allocation its hash value
 * takes anyway. 8 bytes of digest, one of outcome and verdict, 5 of position.
 */
import type { Outcome, Verdict } from '@trove/contracts';
import type { ResultRow } from '@trove/core';
import type { ByteWriter } from '../codec/bytes.js';
import { DIGEST_BYTES, IDENTITY_BYTES, KEY_BYTES } from '../codec/logFields.js';
import { writeKey } from '../codec/storedEvent.js';
import { packOutcome, unpackOutcome } from '../codec/types.js';

export const SEEN_VALUE_BYTES = 14;
/** Identity and value, as `writeSeen` leaves them. */
export const SEEN_PAIR_BYTES = IDENTITY_BYTES + SEEN_VALUE_BYTES;

/**
 * Writes identity and value, one after another; the digest that ends a key begins the value.
 * Positions reach 2^40, which is 200 days at 60,000 events a second.
 */
export function writeSeen(writer: ByteWriter, row: ResultRow): void {
  const { event, outcome, verdict, position } = row;
  writeKey(writer, event, KEY_BYTES);
  const at = writer.take(SEEN_VALUE_BYTES - DIGEST_BYTES);
  writer.view.setUint8(at, packOutcome(outcome, verdict));
  writer.view.setUint8(at + 1, Math.floor(position / 0x1_0000_0000));
  writer.view.setUint32(at + 2, position >>> 0, false);
}

export function positionInValue(value: string): number {
  let position = 0;
  for (let i = 9; i < SEEN_VALUE_BYTES; i += 1) position = position * 256 + value.charCodeAt(i);
  return position;
}

export function outcomeInValue(value: string): { outcome: Outcome; verdict?: Verdict } {
  return unpackOutcome(value.charCodeAt(8));
}
