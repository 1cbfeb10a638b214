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
  /** Frames of every process after the cursor, a bounded number of each, in order by stream. */
  read(cursor: StreamOffsets): Promise<{
    readonly frames: readonly {
      readonly stream: string;
      readonly id: string;
      readonly frame: MetricsFrame;
    }[];
  }>;
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
    let look: PartitionLook | undefined = await source.look();
    for (let run = 0; run < SINK_LIMITS.batchesPerRun; run += 1) {
      const batch = await readBatch(source, cursor, look);
      if (batch.rollups.length === 0) return;
      // Another run is at these streams: it goes on, and two would only wait for each other.
      if ((await store.apply(batch)) === 'moved') return;
      cursor = { ...cursor, ...batch.to };
      look = undefined;
    }
  };
}

async function readBatch(
  source: FrameSource,
  from: StreamOffsets,
  look: PartitionLook | undefined,
): Promise<RollupBatch> {
  const read = await source.read(from);
  const frames = read.frames.map(({ frame }) => frame);
  const to: Record<string, string> = {};
  for (const { stream, id } of read.frames) to[stream] = id;
  return { from, to, rollups: foldRollups(frames, look), marks: marksOf(frames) };
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
