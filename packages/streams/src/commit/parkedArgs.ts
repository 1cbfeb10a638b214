/** What a commit does to identities in quarantine: takes replayed ones out, parks poison. */
import {
  bucketOf,
  type Decision,
  isParked,
  isUnparked,
  type ResultRow,
  timeOfIdentity,
} from '@trove/core';
import { ByteWriter } from '../codec/bytes.js';
import { IDENTITY_BYTES } from '../codec/logFields.js';
import type { PartitionKeys } from '../keys.js';
import { writeSeen } from './seenValue.js';

export interface ParkedArgs {
  /** Per replayed event: where it is parked and where it is remembered from now on. */
  readonly replayKeys: readonly string[];
  /** Per replayed event: identity and value; an empty value is not remembered. */
  readonly replays: readonly Buffer[];
  /** Per event that rests in quarantine from now on: where it is parked and remembered. */
  readonly poisonKeys: readonly string[];
  readonly poisons: readonly Buffer[];
}

export function parkedArgs(keys: PartitionKeys, decision: Decision): ParkedArgs {
  const args = {
    replayKeys: [] as string[],
    replays: [] as Buffer[],
    poisonKeys: [] as string[],
    poisons: [] as Buffer[],
  };
  for (const row of decision.results) {
    const { hunt, identity } = row.event;
    if (isUnparked(row)) {
      const idTimeMs = timeOfIdentity(identity);
      const floorMs = decision.hunts.find(({ slug }) => slug === hunt)?.floorMs ?? 0;
      // Below the floor nothing is asked any more, and a bucket made there would never be dropped.
      const isRemembered = idTimeMs >= floorMs;
      const pair = pairOf(row);
      args.replayKeys.push(keys.parked(hunt), keys.seen(hunt, bucketOf(idTimeMs)));
      args.replays.push(pair.subarray(0, IDENTITY_BYTES));
      args.replays.push(pair.subarray(isRemembered ? IDENTITY_BYTES : pair.length));
    } else if (isParked(row)) {
      const seen = keys.seen(hunt, bucketOf(timeOfIdentity(identity)));
      args.poisonKeys.push(keys.parked(hunt), seen);
      args.poisons.push(Buffer.from(identity, 'latin1'));
    }
  }
  return args;
}

function pairOf(row: ResultRow): Buffer {
  const writer = new ByteWriter();
  writeSeen(writer, row);
  return writer.toBuffer();
}
