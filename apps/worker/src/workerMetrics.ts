/** What a worker shows Prometheus: its counts, what it holds, its jobs, and the sinks' lag. */
import type { JobQueue, Reconciliation } from '@trove/contracts';
import type { JobsQueue } from '@trove/jobs';
import {
  type MetricsCollector,
  readSinks,
  type SinkStatus,
  STAGE_BUCKETS_S,
  type TroveRedis,
  unreadableFrames,
} from '@trove/streams';
import {
  exposeChecks,
  exposeReadings,
  exposeTotals,
  type Reading,
  type Registry,
} from '@trove/telemetry';
import { requiredSinks } from './sinkAlarms.js';

export interface WorkerFigures {
  /** Partitions whose lease this worker holds. */
  held(): Iterable<number>;
  /** Evaluations of conditions that failed, by hunt. */
  ruleFaults(): ReadonlyMap<string, number>;
}

export interface WorkerMetricsDeps extends WorkerFigures {
  readonly registry: Registry;
  readonly metrics: MetricsCollector;
  readonly redis: TroveRedis;
  readonly partitions: number;
  readonly isArchiveOn: boolean;
  readonly queues: readonly Pick<JobsQueue<JobQueue>, 'bull' | 'name' | 'ready'>[];
  /** The newest nightly proof; undefined before the first. */
  readonly proof: () => Promise<Reconciliation | undefined>;
}

export function exposeWorker(deps: WorkerMetricsDeps): void {
  const { registry, metrics, redis, partitions, queues, isArchiveOn } = deps;
  const totals = { bucketsSeconds: STAGE_BUCKETS_S, read: () => metrics.totalsNow() };
  exposeTotals(registry, totals, [
    'outcomes',
    'verdicts',
    'duplicates',
    'observed',
    'unmet',
    'suspicions',
    'recommendations',
  ]);
  exposeChecks(registry, totals, ['expectations', 'decide', 'dedup']);
  exposeReadings(registry, { what: 'worker', read: () => deps, metrics: OWN });
  exposeReadings(registry, {
    what: 'sinks',
    read: () => readSinks(redis, partitions),
    metrics: sinkReadings(isArchiveOn),
  });
  exposeReadings(registry, {
    what: 'frames',
    read: () => unreadableFrames(redis),
    metrics: FRAMES,
  });
  exposeReadings(registry, { what: 'proof', read: deps.proof, metrics: PROOF });
  exposeReadings(registry, {
    what: 'jobs',
    read: () => Promise.all(queues.map(countJobs)),
    metrics: QUEUES,
  });
}

const OWN: readonly Reading<WorkerFigures>[] = [
  {
    name: 'trove_worker_partition_held',
    help: '1 for each partition whose lease this worker holds.',
    labels: ['partition'],
    values: ({ held }) => [...held()].map((partition) => [1, { partition }] as const),
  },
  {
    name: 'trove_rule_faults_total',
    help: 'Conditions of rules that could not be evaluated and counted as false, by hunt.',
    labels: ['hunt'],
    type: 'counter',
    values: ({ ruleFaults }) =>
      [...ruleFaults()].map(([hunt, count]) => [count, { hunt }] as const),
  },
];

function sinkReadings(isArchiveOn: boolean): readonly Reading<readonly SinkStatus[]>[] {
  const sinks = requiredSinks(isArchiveOn);
  return [
    {
      name: 'trove_sink_lag_events',
      help: 'Decided events that a durable consumer has not yet taken.',
      labels: ['sink', 'partition'],
      values: (all) =>
        all.flatMap(({ partition, decided, taken }) => {
          return sinks.map((sink) => {
            return [Math.max(0, decided - (taken.get(sink) ?? 0)), { sink, partition }] as const;
          });
        }),
    },
    {
      name: 'trove_sink_held_bytes',
      help: 'Bytes above their bound in Redis that lagging consumers hold back.',
      labels: ['partition'],
      values: (all) => all.map(({ partition, heldBytes }) => [heldBytes, { partition }] as const),
    },
    {
      name: 'trove_archive_stopped',
      help: '1 while a partition is not archived though it should be.',
      labels: ['partition'],
      values: (all) =>
        all.map(({ partition, archiveStopped }) => {
          return [isArchiveOn && archiveStopped !== undefined ? 1 : 0, { partition }] as const;
        }),
    },
  ];
}

const FRAMES: readonly Reading<number>[] = [
  {
    name: 'trove_unreadable_frames_total',
    help: 'Metrics frames of any process that could not be read, which history lacks.',
    type: 'counter',
    values: (count) => [[count]],
  },
];

const PROOF: readonly Reading<Reconciliation | undefined>[] = [
  {
    name: 'trove_reconciliation_failed',
    help: '1 while the last nightly proof found a difference or could not be made.',
    values: (proof) => [[proof?.says === undefined ? 0 : 1]],
  },
  {
    name: 'trove_reconciliation_divergence',
    help: 'Figures in which live state, ledger and record differed at the last nightly proof.',
    values: (proof) => [[proof?.divergence ?? 0]],
  },
];

interface QueueCounts {
  readonly queue: string;
  readonly states: Readonly<Record<string, number>>;
}

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

const QUEUES: readonly Reading<readonly QueueCounts[]>[] = [
  {
    name: 'trove_jobs',
    help: 'Jobs in a queue by state; failed ones are kept for a while.',
    labels: ['queue', 'state'],
    values: (queues) =>
      queues.flatMap(({ queue, states }) =>
        Object.entries(states).map(([state, count]) => [count, { queue, state }] as const),
      ),
  },
];

async function countJobs(queue: WorkerMetricsDeps['queues'][number]): Promise<QueueCounts> {
  await queue.ready();
  return { queue: queue.name, states: await queue.bull.getJobCounts(...STATES) };
}
