/**
 * What a store knows of the remembered ids of its partitions without asking: for each bucket that
 * it has made itself, a filter of all ids it has put there. Like all cached state it is true while
 * commits succeed from where the last one ended; otherwise somebody else may have written.
 */
import { IDENTITY_BYTES } from '../codec/logFields.js';
import { FILTER_BOUNDS } from '../limits.js';
import { IdFilter } from './idFilter.js';
import type { ParkedArgs } from './parkedArgs.js';
import type { SeenBucket } from './seenBuckets.js';
import { SEEN_PAIR_BYTES } from './seenValue.js';

/** Where a partition stands: what a commit was made from, or what it has led to. */
export interface FilterPlace {
  readonly epoch: number;
  readonly cursor: string;
  /** Another run of the server may have lost what it had. */
  readonly runId: string;
}

interface Filters {
  place: FilterPlace;
  /** By the bucket's key, the oldest first. */
  readonly byKey: Map<string, IdFilter>;
}

/** Numbers of the ids of a bucket that may be there already; undefined: nothing is known of it. */
export type Suspects = readonly number[] | undefined;

/** What a commit has done to buckets, and from where to where it has led. */
export interface BucketChange {
  readonly from: FilterPlace;
  readonly to: FilterPlace;
  readonly buckets: readonly SeenBucket[];
  /** Numbers of those that were not there before. */
  readonly made: readonly number[];
  readonly parked: Pick<ParkedArgs, 'replayKeys' | 'replays'>;
  readonly drops: readonly string[];
}

/** Ids, each so many bytes behind the one before. */
interface PackedIds {
  readonly bytes: Buffer;
  readonly stride: number;
}

export class SeenFilters {
  private readonly partitions = new Map<number, Filters>();
  private bytes = 0;

  constructor(private readonly maxBytes: number = FILTER_BOUNDS.bytes) {}

  /** Which ids a commit from this place has to ask for. */
  suspects(partition: number, from: FilterPlace, buckets: readonly SeenBucket[]): Suspects[] {
    const byKey = this.standingAt(partition, from)?.byKey;
    return buckets.map(({ key, pairs }) => {
      const filter = byKey?.get(key);
      return filter && suspectsAmong(IdFilter.hash(pairs, SEEN_PAIR_BYTES), filter);
    });
  }

  /** Moves a partition on by a commit that has succeeded. */
  committed(partition: number, { from, to, ...change }: BucketChange): void {
    const filters = this.standingAt(partition, from) ?? { place: to, byKey: new Map() };
    filters.place = to;
    this.partitions.set(partition, filters);
    const { buckets, made, parked, drops } = change;
    for (const number of made) this.begin(partition, (buckets[number] as SeenBucket).key);
    for (const { key, pairs, remembered } of buckets) {
      const bytes = pairs.subarray(0, remembered * SEEN_PAIR_BYTES);
      this.add(partition, key, { bytes, stride: SEEN_PAIR_BYTES });
    }
    // Of each replayed event two keys, the second its bucket's, and two values, the first its id.
    for (let i = 0; i < parked.replayKeys.length; i += 2) {
      const bytes = parked.replays[i] as Buffer;
      this.add(partition, parked.replayKeys[i + 1] as string, { bytes, stride: IDENTITY_BYTES });
    }
    this.forget(partition, drops);
  }

  /** Those of a partition, which go where something has come between. */
  private standingAt(partition: number, place: FilterPlace): Filters | undefined {
    const known = this.partitions.get(partition);
    if (known === undefined || isSame(known.place, place)) return known;
    this.drop(partition);
    return undefined;
  }

  private begin(partition: number, key: string): void {
    // A bucket can have been emptied, and made again.
    this.forget(partition, [key]);
    if (!this.makeRoom(IdFilter.firstBytes)) return;
    this.partitions.get(partition)?.byKey.set(key, new IdFilter());
  }

  /** Nothing where the bucket has no filter, which is given up where there is no room. */
  private add(partition: number, key: string, { bytes, stride }: PackedIds): void {
    const filter = this.partitions.get(partition)?.byKey.get(key);
    if (filter === undefined) return;
    const hashes = IdFilter.hash(bytes, stride);
    for (let i = 0; i < hashes.length / 2; i += 1) {
      if (filter.isFull && !this.makeRoom(filter.nextBytes, filter)) {
        this.forget(partition, [key]);
        return;
      }
      filter.add(hashes, i);
    }
  }

  private forget(partition: number, keys: readonly string[]): void {
    const byKey = this.partitions.get(partition)?.byKey;
    for (const key of keys) {
      this.bytes -= byKey?.get(key)?.bytes ?? 0;
      byKey?.delete(key);
    }
  }

  /** Lets go of all that is known of a partition. */
  drop(partition: number): void {
    this.forget(partition, [...(this.partitions.get(partition)?.byKey.keys() ?? [])]);
    this.partitions.delete(partition);
  }

  /** Takes memory, from the oldest buckets of each partition where it has to. */
  private makeRoom(more: number, growing?: IdFilter): boolean {
    if ((growing?.bytes ?? 0) + more > this.maxBytes) return false;
    for (const [partition, { byKey }] of this.partitions) {
      for (const [key, other] of byKey) {
        if (this.bytes + more <= this.maxBytes) break;
        if (other !== growing) this.forget(partition, [key]);
      }
    }
    this.bytes += more;
    return true;
  }
}

/** Of more it is cheaper to ask for all. */
function suspectsAmong(hashes: Int32Array, filter: IdFilter): Suspects {
  const suspects: number[] = [];
  for (let i = 0; i < hashes.length / 2; i += 1) if (filter.mayHold(hashes, i)) suspects.push(i);
  return suspects.length > FILTER_BOUNDS.suspects ? undefined : suspects;
}

function isSame(one: FilterPlace, other: FilterPlace): boolean {
  return one.cursor === other.cursor && one.epoch === other.epoch && one.runId === other.runId;
}
