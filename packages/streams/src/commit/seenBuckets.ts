/** The identities of a chunk as COMMIT takes them: packed by hunt and hour of their own time. */
import { bucketOf, isRemembered, isUnseen, type ResultRow, timeOfIdentity } from '@trove/core';
import { ByteWriter } from '../codec/bytes.js';
import type { PartitionKeys } from '../keys.js';
import { writeSeen } from './seenValue.js';

export interface SeenBucket {
  readonly key: string;
  readonly hunt: string;
  /** For each identity, its place in the chunk. */
  readonly indexes: readonly number[];
  /** Identity and value, one after another; those that are remembered come first. */
  readonly pairs: Buffer;
  readonly remembered: number;
}

interface Filling {
  readonly key: string;
  readonly hunt: string;
  readonly startMs: number;
  readonly indexes: number[];
  readonly writer: ByteWriter;
  remembered: number;
}

/** Writers of earlier chunks, used again: a chunk has about as many buckets as hunts. */
const spare: ByteWriter[] = [];

export function seenBuckets(keys: PartitionKeys, rows: readonly ResultRow[]): SeenBucket[] {
  const buckets = new Map<string, Filling[]>();
  const add = (row: ResultRow, index: number): Filling => {
    const { hunt, identity } = row.event;
    const startMs = bucketOf(timeOfIdentity(identity));
    let ofHunt = buckets.get(hunt);
    if (ofHunt === undefined) {
      ofHunt = [];
      buckets.set(hunt, ofHunt);
    }
    // A chunk spans an hour or two, rarely more: looking through them beats a map.
    let bucket = ofHunt.find((one) => one.startMs === startMs);
    if (bucket === undefined) {
      bucket = newBucket({ key: keys.seen(hunt, startMs), hunt, startMs });
      ofHunt.push(bucket);
    }
    bucket.indexes.push(index);
    writeSeen(bucket.writer, row);
    return bucket;
  };
  let isMixed = false;
  rows.forEach((row, index) => {
    if (isRemembered(row)) add(row, index).remembered += 1;
    else if (isUnseen(row)) isMixed = true;
  });
  if (isMixed) {
    rows.forEach((row, index) => {
      if (isUnseen(row) && !isRemembered(row)) add(row, index);
    });
  }
  return [...buckets.values()].flat().map(finish);
}

function newBucket(of: Pick<Filling, 'key' | 'hunt' | 'startMs'>): Filling {
  const writer = spare.pop() ?? new ByteWriter();
  writer.reset();
  return { ...of, indexes: [], writer, remembered: 0 };
}

function finish({ key, hunt, indexes, writer, remembered }: Filling): SeenBucket {
  spare.push(writer);
  return { key, hunt, indexes, pairs: writer.toBuffer(), remembered };
}
