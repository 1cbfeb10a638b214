/** What the live tail reads. The adapter for Redis and PostgreSQL is redisLiveSource.ts. */
import type { PartitionStatus, StoredEvent } from '@trove/contracts';
import type { ReadFrame, StreamCursor } from '@trove/core/projection';
import type { Surroundings } from '../../live/messages';
import type { NamedEvent } from '../../live/namedEvent';

export interface LiveSource {
  /** Frames after `cursor`, in order by stream, a bounded number of them; all kept when empty. */
  frames(cursor: StreamCursor): Promise<{
    readonly frames: readonly ReadFrame[];
    /** Where frames stand that can't be read. */
    readonly unreadable: readonly Pick<ReadFrame, 'stream' | 'id'>[];
  }>;
  /** True with every worker dead. */
  partitions(): Promise<readonly PartitionStatus[]>;
  /** The newest decided events, newest first, at most `limit`. */
  recent(limit: number): Promise<readonly StoredEvent[]>;
  /** The same with their names, or as they are where those are not known in time. */
  named(events: readonly StoredEvent[]): Promise<readonly NamedEvent[]>;
  /** Never rejects: what cannot be reached says so. */
  surroundings(): Promise<Surroundings>;
  /** Redis's clock in milliseconds. */
  nowMs(): Promise<number>;
}
