/** Lays a retroactive publication out as the keys and arguments of swap.lua. */
import {
  bucketOf,
  type Decision,
  type HuntChange,
  type ResultRow,
  timeOfIdentity,
} from '@trove/core';
import { ByteWriter } from '../codec/bytes.js';
import { encodeOut } from '../codec/outLayout.js';
import type { CommitInput } from '../commit/packCommit.js';
import { packTexts } from '../commit/packTexts.js';
import { SEEN_VALUE_BYTES, writeSeen } from '../commit/seenValue.js';
import { huntFields } from '../commit/stateCodec.js';
import { type KeySpace, shadowKeys, shadowPlaceKey, stateKeysOf } from '../keys.js';

export interface SwapInput extends Omit<CommitInput, 'buckets' | 'suspects'> {
  readonly space: KeySpace;
  readonly partition: number;
  readonly shadow: string;
  /** Of one entry with the publication alone. */
  readonly decision: Decision;
}

export interface PackedSwap {
  readonly keys: string[];
  readonly args: (string | Buffer | number)[];
}

export function packSwap(input: SwapInput): PackedSwap {
  const { keys, space, partition, shadow, lease, from, to, decision } = input;
  const [row] = decision.results as readonly [ResultRow];
  const [change] = decision.hunts as readonly [HuntChange];
  const { hunt, identity } = row.event;
  const writer = new ByteWriter();
  writer.reset();
  writeSeen(writer, row);
  const pair = writer.toBuffer();
  const identityBytes = pair.length - SEEN_VALUE_BYTES;
  const head = {
    epoch: to.epoch,
    decidedAtUs: input.decidedAtUs,
    firstPosition: from.decided,
  };
  return {
    keys: [
      ...[keys.owner, keys.meta, keys.out, keys.counters],
      shadowPlaceKey(space, partition, shadow),
      keys.seen(hunt, bucketOf(timeOfIdentity(identity))),
      ...stateKeysOf(keys, hunt),
      ...stateKeysOf(shadowKeys(space, partition, shadow), hunt),
    ],
    args: [
      ...[lease.token, lease.leaseMs, from.epoch, from.cursor, to.epoch, to.runId],
      decision.entries.at(-1)?.id ?? from.cursor,
      encodeOut(head, decision),
      pair.subarray(0, identityBytes),
      pair.subarray(identityBytes),
      from.decided,
      row.outcome,
      packTexts(huntFields(change)),
    ],
  };
}
