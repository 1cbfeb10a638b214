/**
 * Folds metrics frames into the rows of history, once each, and what the partitions' lag is with
 * them. It counts by stream id and never by time, so that a clock that jumps puts frames into
 * other buckets and loses none.
 */
import type { MetricsFrame } from '@trove/contracts';
import { foldRollups, type PartitionLook, startsOf } from '@trove/core/projection';
import type { HistoryMark, RollupBatch, RollupStore, StreamOffsets } from '@trove/db';
import { SINK_LIMITS } from './limits.js';

export interface FrameSource {
  /** Frames after the cursor in order by stream, `framesPerBatch` of each at most. */
  read(cursor: StreamOffsets): Promise<{
    readonly frames: readonly {
      readonly stream: string;
      readonly id: string;
      readonly frame: MetricsFrame;
    }[];
    /** Passed over. */
    readonly unreadable: readonly { readonly stream: string; readonly id: string }[];
    /** Last id read of each stream. */
    readonly cursor: StreamOffsets;
  }>;
  /** Tells that so many frames were left out for good. */
  leftOut(frames: number): Promise<void>;
  /** Where the partitions stand now. */
  look(): Promise<PartitionLook>;
}

export interface ProjectRollupsDeps {
  readonly source: FrameSource;
  readonly store: RollupStore;
}

/** The handler of `project-rollups`: runs until every stream is caught up. */
export function createProjectRollups({ source, store }: ProjectRollupsDeps) {
  return async (): Promise<void> => {
    let cursor = await store.cursor();
    for (let run = 0; run < SINK_LIMITS.batchesPerRun; run += 1) {
      const { isLast, unreadable, ...batch } = await readBatch(source, cursor);
      // Another run is at these streams: it goes on, and two would only wait for each other.
      if ((await store.apply(batch)) === 'moved') return;
      if (unreadable > 0) await source.leftOut(unreadable);
      if (isLast) return;
      cursor = { ...cursor, ...batch.to };
    }
  };
}

/**
 * What stands after the cursor. How the partitions stand now is told with the last batch only: a
 * row of now says that everything before it is written.
 */
async function readBatch(
  source: FrameSource,
  from: StreamOffsets,
): Promise<RollupBatch & { readonly isLast: boolean; readonly unreadable: number }> {
  const read = await source.read(from);
  const frames = read.frames.map(({ frame }) => frame);
  const to: Record<string, string> = {};
  const counts = new Map<string, number>();
  for (const { stream } of [...read.frames, ...read.unreadable]) {
    to[stream] = read.cursor[stream] as string;
    counts.set(stream, (counts.get(stream) ?? 0) + 1);
  }
  const isLast = [...counts.values()].every((count) => count < SINK_LIMITS.framesPerBatch);
  const look = isLast ? await source.look() : undefined;
  const unreadable = read.unreadable.length;
  const rollups = foldRollups(frames, look);
  return { from, to, rollups, marks: marksOf(frames), isLast, unreadable };
}

function marksOf(frames: readonly MetricsFrame[]): HistoryMark[] {
  return startsOf(frames).map(({ process, app, atMs }) => ({
    kind: 'start',
    id: `${process} ${Math.round(atMs)}`,
    atMs,
    hunt: '',
    subject: app === 'ingest' ? `door ${process}` : `worker ${process}`,
  }));
}
