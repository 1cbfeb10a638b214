/**
 * What goes over `/api/live`, from the shared tail of the console's process to every open tab.
 * Server and browser both read this file, so it holds types and named bounds only.
 */
import type { HuntPhase, PartitionStatus } from '@trove/contracts';
import type { Bucket, BucketSlice, LiveProcess } from '@trove/core/projection';
import type { NamedEvent } from './namedEvent';

export interface LiveHuntView {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly phase: HuntPhase;
  readonly partition: number;
}

/** A server Trove leans on: well, or in words what is wrong with it. */
export interface ServiceView {
  readonly isWell: boolean;
  readonly says: string;
}

/** What changes slowly and is looked at every few seconds. */
export interface Surroundings {
  readonly redis: ServiceView & {
    readonly tier?: string;
    readonly version?: string;
    readonly usedMemoryBytes?: number;
    readonly maxMemoryBytes?: number;
  };
  readonly postgres: ServiceView;
  /** The ledger and the archive: how far they are, and what is wrong. */
  readonly sinks?: ServiceView;
  /** Whether the last nightly proof found live state and record to agree. */
  readonly proof?: ServiceView;
  readonly hunts: readonly LiveHuntView[];
}

export interface MinuteStages {
  readonly all: BucketSlice['stages'];
  readonly hunts: Readonly<Record<string, BucketSlice['stages']>>;
}

/** Every part that is present takes the place of what the viewer had; feed events are added. */
export interface LiveMessage {
  /** True when the viewer must forget what it had. */
  readonly isSnapshot: boolean;
  /** Redis's clock as the message left. */
  readonly nowMs: number;
  readonly fine: readonly Bucket[];
  readonly coarse: readonly Bucket[];
  readonly partitions?: readonly PartitionStatus[];
  readonly processes?: readonly LiveProcess[];
  /** Stage figures over the last minute, from merged sketches. */
  readonly minute?: MinuteStages;
  /** A sample of what was decided since the last message, oldest first. */
  readonly feed?: readonly NamedEvent[];
  readonly surroundings?: Surroundings;
  /** Set while Redis cannot be read: everything else stands still. */
  readonly trouble?: { readonly sinceMs: number; readonly says: string };
}

/** Events sampled for the feed at most, once a second. */
export const FEED_SAMPLE = 30;
/** Feed events kept, by the tail and by each tab. */
export const FEED_KEPT = 100;
/** A process that has not told of itself for this long counts as gone. */
export const PROCESS_GONE_MS = 1_500;
