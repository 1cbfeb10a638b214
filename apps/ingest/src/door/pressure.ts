/**
 * Says when the door must answer `busy`: too much undecided, too much waiting here, or Redis
 * nearly full, or held full by what the ledger or the archive have not taken yet. It depends on
 * backlog, never on the log's length.
 */
import type { TroveRedis } from '@trove/streams';
import {
  createPartitionReads,
  heldBytesOf,
  heldLevel,
  memoryStatus,
  QUARANTINE_BOUND,
  quarantineLength,
  readSinks,
} from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

export interface PressureDeps {
  readonly redis: TroveRedis;
  readonly partitions: number;
  /** Events waiting in this process. */
  readonly waiting: () => number;
  onError(error: unknown): void;
}

const LOOK_MS = 200;
/** Looks between two questions for what the sinks hold back. */
const SINK_LOOKS = 5;

export class Pressure {
  private readonly undecided: number[];
  private isMemoryFull = false;
  private areSinksBehind = false;
  private looks = 0;
  private isQuarantineFull = false;
  private isLooking = false;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly deps: PressureDeps) {
    this.undecided = new Array<number>(deps.partitions).fill(0);
    this.timer = setInterval(() => this.look(), LOOK_MS);
  }

  /** Told by every append. */
  onUndecided(partition: number, undecided: number): void {
    this.undecided[partition] = undecided;
  }

  /** How long the sender should wait; undefined when the partition takes more. */
  retryAfterMs(partition: number): number | undefined {
    const share = (this.undecided[partition] ?? 0) / DOOR_LIMITS.undecidedEvents;
    const isFull =
      this.isMemoryFull || this.areSinksBehind || this.deps.waiting() > DOOR_LIMITS.waitingEvents;
    if (share < 1 && !isFull) return undefined;
    const wanted = DOOR_LIMITS.retryAfterMs * Math.max(1, share);
    return Math.round(Math.min(DOOR_LIMITS.retryAfterMaxMs, wanted));
  }

  /** The same for refusals, which rest in a stream of their own until PostgreSQL has them. */
  retryRefusalsAfterMs(): number | undefined {
    return this.isQuarantineFull ? DOOR_LIMITS.retryAfterMaxMs : undefined;
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** While everything is refused no append tells how far the worker is, so we ask. */
  private look(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    this.ask()
      .catch((error: unknown) => this.deps.onError(error))
      .finally(() => {
        this.isLooking = false;
      });
  }

  private async ask(): Promise<void> {
    const { usedMemoryBytes, maxMemoryBytes } = await memoryStatus(this.deps.redis);
    this.isQuarantineFull = (await quarantineLength(this.deps.redis)) >= QUARANTINE_BOUND;
    this.isMemoryFull =
      maxMemoryBytes > 0 && usedMemoryBytes > maxMemoryBytes * DOOR_LIMITS.memoryShare;
    await this.askSinks(maxMemoryBytes);
    if (!this.undecided.some((count) => count >= DOOR_LIMITS.undecidedEvents)) return;
    const reads = createPartitionReads({
      redis: this.deps.redis,
      partitions: this.deps.partitions,
    });
    for (const { partition, lag } of await reads.status()) this.undecided[partition] = lag;
  }

  /** The trimmer tells once a second what sinks hold back, so this asks no more often. */
  private async askSinks(maxMemoryBytes: number): Promise<void> {
    const isDue = this.looks % SINK_LOOKS === 0;
    this.looks += 1;
    if (!isDue) return;
    const sinks = await readSinks(this.deps.redis, this.deps.partitions);
    this.areSinksBehind = heldLevel(heldBytesOf(sinks), maxMemoryBytes) === 'busy';
  }
}
