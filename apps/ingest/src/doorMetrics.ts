/**
 * What a door shows Prometheus beside its counts: its own sockets and queue, and, because it is
 * there while every worker is dead, where the partitions and Redis stand.
 */
import type { DurabilityTier, PartitionStatus } from '@trove/contracts';
import {
  createPartitionReads,
  type MetricsCollector,
  quarantineLength,
  type ServerStatus,
  STAGE_BUCKETS_S,
  serverStatus,
  type TroveRedis,
} from '@trove/streams';
import {
  exposeChecks,
  exposeReadings,
  exposeTotals,
  type Reading,
  type Registry,
} from '@trove/telemetry';
import { keepsTier } from './doorChecks.js';

export interface DoorFigures {
  /** Sockets with a place in `/play`, and connections with or without one. */
  readonly sockets: number;
  readonly connections: number;
  /** Since the door began: connections refused, and sockets it closed itself, by reason. */
  readonly refused: ReadonlyMap<string, number>;
  readonly closed: ReadonlyMap<string, number>;
  /** Events whose append has not been answered. */
  readonly waiting: number;
  readonly clockOffsetUs: number | undefined;
}

export interface DoorMetricsDeps {
  readonly registry: Registry;
  readonly metrics: MetricsCollector;
  readonly redis: TroveRedis;
  readonly partitions: number;
  readonly tier: DurabilityTier;
  own(): DoorFigures;
}

export function exposeDoor({ registry, metrics, own, tier, ...deps }: DoorMetricsDeps): void {
  const read = () => metrics.totalsNow();
  const totals = { bucketsSeconds: STAGE_BUCKETS_S, read };
  exposeTotals(registry, totals, ['acks', 'refusals', 'unattributed', 'recommendations']);
  exposeChecks(registry, { read }, ['contract']);
  exposeReadings(registry, { what: 'door', read: own, metrics: OWN });
  const reads = createPartitionReads(deps);
  exposeReadings(registry, { what: 'partitions', read: () => reads.status(), metrics: PARTITIONS });
  exposeReadings(registry, {
    what: 'redis',
    metrics: REDIS,
    read: async () => {
      const status = await serverStatus(deps.redis);
      const refusals = await quarantineLength(deps.redis);
      return { ...status, refusals, isDurable: keepsTier(status, tier) };
    },
  });
}

const OWN: readonly Reading<DoorFigures>[] = [
  {
    name: 'trove_sockets',
    help: 'Sockets connected to this door.',
    values: ({ sockets }) => [[sockets]],
  },
  {
    name: 'trove_connections',
    help: 'Connections that may become sockets, or are.',
    values: ({ connections }) => [[connections]],
  },
  {
    name: 'trove_refused_connections_total',
    help: 'Connections refused before they were sockets, by reason.',
    type: 'counter',
    labels: ['reason'],
    values: ({ refused }) => byReason(refused),
  },
  {
    name: 'trove_closed_sockets_total',
    help: 'Sockets that this door closed by itself, by the reason it gave.',
    type: 'counter',
    labels: ['reason'],
    values: ({ closed }) => byReason(closed),
  },
  {
    name: 'trove_door_waiting_events',
    help: 'Events in this door whose append the log has not answered.',
    values: ({ waiting }) => [[waiting]],
  },
  {
    name: 'trove_clock_offset_seconds',
    help: 'How far the clock of Redis is ahead of this process.',
    values: ({ clockOffsetUs }) => (clockOffsetUs === undefined ? [] : [[clockOffsetUs / 1e6]]),
  },
];

function byReason(counts: ReadonlyMap<string, number>) {
  return [...counts].map(([reason, count]) => [count, { reason }] as const);
}

const PARTITIONS: readonly Reading<readonly PartitionStatus[]>[] = [
  partitionReading({
    name: 'trove_partition_undecided_events',
    help: 'Events appended and not yet decided.',
    of: ({ lag }) => lag,
  }),
  partitionReading({
    name: 'trove_partition_oldest_undecided_seconds',
    help: 'Age of the oldest undecided event; 0 when there is none.',
    of: ({ oldestUndecidedMs }) => oldestUndecidedMs / 1000,
  }),
  partitionReading({
    name: 'trove_partition_owned',
    help: '1 while a worker holds the lease of the partition.',
    of: ({ owner }) => (owner === undefined ? 0 : 1),
  }),
  partitionReading({
    name: 'trove_partition_epoch',
    help: 'Epoch of the partition; it grows when its state was swapped outside its log.',
    of: ({ epoch }) => epoch,
  }),
  partitionReading({
    name: 'trove_partition_appended_events_total',
    help: 'Events ever appended to the partition.',
    type: 'counter',
    of: ({ appended }) => appended,
  }),
  partitionReading({
    name: 'trove_partition_decided_events_total',
    help: 'Events of the partition ever decided.',
    type: 'counter',
    of: ({ decided }) => decided,
  }),
];

interface PartitionReading extends Pick<Reading<unknown>, 'name' | 'help' | 'type'> {
  of(status: PartitionStatus): number;
}

function partitionReading({ of, ...about }: PartitionReading): Reading<readonly PartitionStatus[]> {
  return {
    ...about,
    labels: ['partition'],
    values: (all) => all.map((status) => [of(status), { partition: status.partition }] as const),
  };
}

type RedisFigures = ServerStatus & { readonly isDurable: boolean; readonly refusals: number };

const REDIS: readonly Reading<RedisFigures>[] = [
  {
    name: 'trove_redis_used_memory_bytes',
    help: 'Memory that Redis uses.',
    values: ({ usedMemoryBytes }) => [[usedMemoryBytes]],
  },
  {
    name: 'trove_redis_max_memory_bytes',
    help: 'Memory bound of Redis; 0 when there is none.',
    values: ({ maxMemoryBytes }) => [[maxMemoryBytes]],
  },
  {
    name: 'trove_redis_durable',
    help: '1 while Redis is set to keep what an acknowledgement promises, and to evict nothing.',
    values: ({ isDurable }) => [[Number(isDurable)]],
  },
  {
    name: 'trove_redis_append_file_ok',
    help: '1 while Redis can write its append-only file.',
    values: ({ isAppendFileWell }) => [[Number(isAppendFileWell)]],
  },
  {
    name: 'trove_quarantine_stored_events',
    help: 'Refused events that stand in Redis, those PostgreSQL has already among them.',
    values: ({ refusals }) => [[refusals]],
  },
];
