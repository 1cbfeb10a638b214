/**
 * How the durable consumers stand, for /readyz and the log: what their lag holds back in Redis, and
 * why the archive stands still when it does.
 */
import {
  ARCHIVE_SINK,
  HELD_SHARES,
  heldBytesOf,
  heldLevel,
  LEDGER_SINK,
  memoryStatus,
  readSinks,
  type SinkStatus,
  type TroveRedis,
} from '@trove/streams';
import type { Logger } from '@trove/telemetry';

export interface SinkAlarmDeps {
  readonly redis: TroveRedis;
  readonly partitions: number;
  readonly logger: Pick<Logger, 'error' | 'info'>;
  readonly isArchiveOn: boolean;
}

/** The sinks without which nothing is trimmed. */
export function requiredSinks(isArchiveOn: boolean): string[] {
  return isArchiveOn ? [LEDGER_SINK, ARCHIVE_SINK] : [LEDGER_SINK];
}

export class SinkAlarms {
  private last: string | undefined;

  constructor(private readonly deps: SinkAlarmDeps) {}

  /** What is wrong, in words; undefined when all is well. */
  async check(): Promise<string | undefined> {
    const { redis, partitions } = this.deps;
    const [sinks, memory] = await Promise.all([readSinks(redis, partitions), memoryStatus(redis)]);
    return wordsOf(sinks, { ...memory, isArchiveOn: this.deps.isArchiveOn });
  }

  /** A line in the log when the alarm begins, changes or ends. */
  async look(): Promise<void> {
    const says = await this.check();
    if (says === this.last) return;
    if (says === undefined) this.deps.logger.info('the sinks keep up again');
    else this.deps.logger.error({ reason: says }, 'a sink raises an alarm');
    this.last = says;
  }
}

/** The alarm over all partitions, in one sentence. */
export function wordsOf(
  sinks: readonly SinkStatus[],
  { maxMemoryBytes, isArchiveOn }: { maxMemoryBytes: number; isArchiveOn: boolean },
): string | undefined {
  const says: string[] = [];
  const stopped = sinks.find(({ archiveStopped }) => archiveStopped !== undefined);
  if (isArchiveOn && stopped?.archiveStopped !== undefined) {
    says.push(`the archive stands still: ${stopped.archiveStopped}`);
  }
  const heldBytes = heldBytesOf(sinks);
  const level = heldLevel(heldBytes, maxMemoryBytes);
  if (level !== 'fine') {
    const share = level === 'busy' ? HELD_SHARES.busy : HELD_SHARES.alarm;
    const consequence = level === 'busy' ? 'the door answers busy' : 'the door still takes events';
    says.push(
      `lagging sinks hold ${Math.round(heldBytes / 1024 / 1024)} MiB in Redis, ` +
        `over ${share * 100} % of its memory; ${consequence}`,
    );
  }
  return says.length === 0 ? undefined : says.join('; ');
}
