/**
 * The durable consumers: schedules the jobs that copy the ledger and the quarantine to PostgreSQL,
 * fold history and finish publications, and works on them. With PostgreSQL away they fail and run
 * again.
 */
import {
  type Db,
  huntStore,
  isTransient,
  ledgerStore,
  photoStore,
  quarantineStore,
  rollupStore,
} from '@trove/db';
import { createQueue, createWorker, type JobsQueue, scheduleJob } from '@trove/jobs';
import {
  announcePublication,
  countUnreadable,
  createLedgerSource,
  createPartitionReads,
  createQuarantineSource,
  DEFAULT_KEYS,
  globalKeys,
  type KeySpace,
  partitionKeys,
  readMetrics,
  type TroveRedis,
} from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import { repeat } from '../repeat.js';
import { createAgeHunts } from './ageHunts.js';
import { createAnnouncePublications } from './announcePublications.js';
import { createFreeParkedIds } from './freeParkedIds.js';
import { SINK_LIMITS } from './limits.js';
import { createProjectLedger } from './projectLedger.js';
import { createProjectQuarantine } from './projectQuarantine.js';
import { createProjectRollups, type FrameSource } from './projectRollups.js';

export interface SinksDeps {
  readonly redisUrl: string;
  readonly redis: TroveRedis;
  readonly db: Db;
  readonly partitions: number;
  readonly logger: Logger;
  readonly keys?: KeySpace;
}

export interface Sinks {
  readonly queue: JobsQueue<'sinks'>;
  /** Lets running copies end and takes no more. */
  close(): Promise<void>;
}

/** Answers once the schedules stand; the copying goes on by itself. */
export async function startSinks(deps: SinksDeps): Promise<Sinks> {
  const { redisUrl: url, logger, keys = DEFAULT_KEYS } = deps;
  const connection = { url, prefix: globalKeys(keys).jobs, logger };
  const queue = createQueue('sinks', connection);
  await scheduleAll(queue, deps.partitions);
  const worker = createWorker({
    ...connection,
    queue: 'sinks',
    concurrency: SINK_LIMITS.jobsAtATime,
    isPassing: isTransient,
    handlers: handlersOf(deps, keys),
  });
  // A schedule is a chain of jobs; said again now and then, a chain that broke starts anew.
  const upkeep = repeat(SINK_LIMITS.rescheduleMs, logger, () =>
    scheduleAll(queue, deps.partitions),
  );
  return {
    queue,
    async close() {
      await upkeep.close();
      await worker.close();
      await queue.close();
    },
  };
}

function handlersOf(deps: SinksDeps, keys: KeySpace) {
  const { redis, db, partitions } = deps;
  const ledgerSource = {
    ...createLedgerSource(redis, keys),
    epoch: async (partition: number) =>
      Number((await redis.hget(partitionKeys(keys, partition).meta, 'epoch')) ?? 0),
  };
  const freeParkedIds = createFreeParkedIds({
    redis,
    store: quarantineStore(db),
    partitions,
    keys,
  });
  return {
    'project-ledger': createProjectLedger({ source: ledgerSource, store: ledgerStore(db) }),
    'project-quarantine': createProjectQuarantine({
      source: createQuarantineSource(redis, partitions, keys),
      store: quarantineStore(db),
    }),
    'tidy-quarantine': async () => {
      await quarantineStore(db).tidy();
      await freeParkedIds();
    },
    'project-rollups': createProjectRollups({
      source: frameSource(deps, keys),
      store: rollupStore(db),
    }),
    'age-hunts': createAgeHunts({ redis, keys }),
    'forget-photos': async () => void (await photoStore(db).forget()),
    'tidy-rollups': async () => void (await rollupStore(db).tidy()),
    'announce-publications': createAnnouncePublications({
      store: huntStore(db),
      announce: (publication) => announcePublication(redis, publication, keys),
    }),
  };
}

function frameSource({ redis, partitions, logger }: SinksDeps, keys: KeySpace): FrameSource {
  const reads = createPartitionReads({ redis, partitions, keys });
  return {
    read: (cursor) => readMetrics(redis, cursor, { count: SINK_LIMITS.framesPerBatch, keys }),
    async leftOut(frames) {
      logger.warn({ frames }, 'metrics frames could not be read: history lacks them');
      await countUnreadable(redis, frames, keys);
    },
    async look() {
      const [statuses, [seconds, micros]] = await Promise.all([reads.status(), redis.time()]);
      return { statuses, atMs: Number(seconds) * 1_000 + Number(micros) / 1_000 };
    },
  };
}

async function scheduleAll(queue: JobsQueue<'sinks'>, partitions: number): Promise<void> {
  const everyMs = SINK_LIMITS.everyMs;
  for (let partition = 0; partition < partitions; partition += 1) {
    const id = `project-ledger-${partition}`;
    await scheduleJob(queue, { id, everyMs, name: 'project-ledger', payload: { partition } });
  }
  const rollups = { name: 'project-rollups', payload: {} } as const;
  await scheduleJob(queue, { id: rollups.name, everyMs, ...rollups });
  const tidy = { name: 'tidy-rollups', payload: {} } as const;
  await scheduleJob(queue, { id: tidy.name, everyMs: SINK_LIMITS.tidyEveryMs, ...tidy });
  const tidyRefused = { name: 'tidy-quarantine', payload: {} } as const;
  const refusedEveryMs = SINK_LIMITS.tidyEveryMs;
  await scheduleJob(queue, { id: tidyRefused.name, everyMs: refusedEveryMs, ...tidyRefused });
  const forget = { name: 'forget-photos', payload: {} } as const;
  await scheduleJob(queue, { id: forget.name, everyMs: SINK_LIMITS.forgetEveryMs, ...forget });
  const age = { name: 'age-hunts', payload: {} } as const;
  await scheduleJob(queue, { id: age.name, everyMs: SINK_LIMITS.ageEveryMs, ...age });
  const quarantine = { name: 'project-quarantine', payload: {} } as const;
  await scheduleJob(queue, { id: quarantine.name, everyMs, ...quarantine });
  const announce = { name: 'announce-publications', payload: {} } as const;
  await scheduleJob(queue, {
    id: announce.name,
    everyMs: SINK_LIMITS.announceEveryMs,
    ...announce,
  });
}
