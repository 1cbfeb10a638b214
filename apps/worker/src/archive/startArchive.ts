/** Schedules the archive's jobs, one a partition, and works on them in this process. */
import { ArchiveFolder, encodeParquet } from '@trove/archive';
import { archiveStore, type Db, isTransient } from '@trove/db';
import { createQueue, createWorker, scheduleJob } from '@trove/jobs';
import {
  createArchiveSource,
  DEFAULT_KEYS,
  globalKeys,
  isPressed,
  type KeySpace,
  type TroveRedis,
} from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import { repeat } from '../repeat.js';
import { createArchivePartition } from './archivePartition.js';
import type { FileBounds } from './collectDraft.js';
import { ARCHIVER_LIMITS } from './limits.js';

export interface ArchiveDeps {
  readonly redisUrl: string;
  readonly redis: TroveRedis;
  readonly db: Db;
  readonly partitions: number;
  readonly folder: string;
  readonly waitMs: number;
  readonly logger: Logger;
  readonly nowMs: () => number;
  readonly keys?: KeySpace;
  readonly bounds?: FileBounds;
}

export interface Archive {
  /** Lets a file under way end and takes no more. */
  close(): Promise<void>;
}

/** Answers once the schedules stand; the writing goes on by itself. */
export async function startArchive(deps: ArchiveDeps): Promise<Archive> {
  const { redisUrl: url, logger, keys = DEFAULT_KEYS, partitions } = deps;
  const connection = { url, prefix: globalKeys(keys).jobs, logger };
  const stopping = new AbortController();
  const queue = createQueue('archive', connection);
  const schedule = async () => {
    for (let partition = 0; partition < partitions; partition += 1) {
      await scheduleJob(queue, {
        id: `archive-partition-${partition}`,
        everyMs: ARCHIVER_LIMITS.everyMs,
        name: 'archive-partition',
        payload: { partition },
      });
    }
  };
  await schedule();
  const archivePartition = createArchivePartition({
    source: createArchiveSource(deps.redis, keys),
    store: archiveStore(deps.db),
    folder: new ArchiveFolder({ folder: deps.folder }),
    encode: encodeParquet,
    logger,
    nowMs: deps.nowMs,
    isPressed: () => isPressed(deps.redis, partitions, keys),
    waitMs: deps.waitMs,
    bounds: deps.bounds,
    signal: stopping.signal,
  });
  const worker = createWorker({
    ...connection,
    queue: 'archive',
    lockMs: ARCHIVER_LIMITS.lockMs,
    isPassing: isTransient,
    handlers: { 'archive-partition': archivePartition },
  });
  // A schedule is a chain of jobs; said again now and then, a chain that broke starts anew.
  const upkeep = repeat(ARCHIVER_LIMITS.rescheduleMs, logger, schedule);
  return {
    async close() {
      stopping.abort();
      await upkeep.close();
      await worker.close();
      await queue.close();
    },
  };
}
