/**
 * What one tab knows: messages in, a state out. Buckets of a message take the place of those
 * with the same start, so that a message that comes twice changes nothing.
 */
import type { PartitionStatus, StoredEvent } from '@trove/contracts';
import type { Bucket, LiveProcess } from '@trove/core/projection';
import { FEED_KEPT, type LiveMessage, type MinuteStages, type Surroundings } from './messages';
import type { NamedEvent } from './namedEvent';
import { type Arrived, addArrivals, NONE_ARRIVED } from './waiting';

/** Buckets drawn of either width: 5 minutes of seconds, or 15 of three seconds each. */
const BUCKETS_SHOWN = 300;

export interface LiveState {
  readonly nowMs: number;
  /** This tab's clock when the last message came, for ages while nothing comes. */
  readonly heardAtMs: number;
  readonly fine: readonly Bucket[];
  readonly coarse: readonly Bucket[];
  readonly partitions: readonly PartitionStatus[];
  readonly processes: readonly LiveProcess[];
  readonly minute: MinuteStages;
  /** Newest first. */
  readonly feed: readonly NamedEvent[];
  readonly surroundings: Surroundings | undefined;
  readonly trouble: LiveMessage['trouble'];
  /** Also over snapshots, which begin the rest anew. */
  readonly arrived: Arrived;
}

/** The state after `message`, heard at `heardAtMs` of this tab's clock. */
export function applyMessage(
  state: LiveState | undefined,
  message: LiveMessage,
  heardAtMs: number,
): LiveState {
  const before = message.isSnapshot ? undefined : state;
  return {
    nowMs: message.nowMs,
    heardAtMs,
    fine: mergeBuckets(before?.fine ?? [], message.fine),
    coarse: mergeBuckets(before?.coarse ?? [], message.coarse),
    partitions: message.partitions ?? before?.partitions ?? [],
    processes: message.processes ?? before?.processes ?? [],
    minute: message.minute ?? before?.minute ?? { all: {}, hunts: {} },
    feed: mergeFeed(before?.feed ?? [], message.feed ?? []),
    surroundings: message.surroundings ?? before?.surroundings,
    trouble: message.trouble,
    arrived: state ? addArrivals(state.arrived, state.fine, message.fine) : NONE_ARRIVED,
  };
}

function mergeBuckets(known: readonly Bucket[], changed: readonly Bucket[]): readonly Bucket[] {
  if (changed.length === 0) return known;
  const byStart = new Map(known.map((bucket) => [bucket.at, bucket]));
  for (const bucket of changed) byStart.set(bucket.at, bucket);
  return [...byStart.values()].sort((a, b) => a.at - b.at).slice(-BUCKETS_SHOWN);
}

function mergeFeed(
  known: readonly NamedEvent[],
  fresh: readonly NamedEvent[],
): readonly NamedEvent[] {
  if (fresh.length === 0) return known;
  const keys = new Set(known.map(keyOfEvent));
  const added = fresh.filter((event) => !keys.has(keyOfEvent(event)));
  return added.length === 0 ? known : [...added.toReversed(), ...known].slice(0, FEED_KEPT);
}

/** Where an event stands, which is unique, unlike its id. */
export function keyOfEvent(event: StoredEvent): string {
  return `${event.partition}:${event.epoch}:${event.position}`;
}
