/**
 * Keeps `log` and `out` of every partition within a day and their bound of bytes, whichever is
 * less, and never past what a durable consumer still needs. What stands above the bound because
 * a sink lags is told to everybody as `held`.
 */
import type { OutBlob } from './codec/outBlob.js';
import type { TroveRedis } from './connectRedis.js';
import { isWithin } from './isWithin.js';
import { DEFAULT_KEYS, type KeySpace, type PartitionKeys, partitionKeys } from './keys.js';
import { DELIVERY_BOUNDS } from './limits.js';
import { toOutEntry } from './reads/outReader.js';
import { setHeld } from './sinkState.js';

export interface TrimBounds {
  readonly keptMs: number;
  /** Of one stream. */
  readonly bytes: number;
  /** Of what doors note of deliveries. */
  readonly noteBytes?: number;
  /** How often a stream is looked at for entries that are too old. */
  readonly ageEveryMs: number;
}

export const DEFAULT_BOUNDS: TrimBounds = {
  keptMs: 24 * 3_600_000,
  bytes: 48 * 1024 * 1024,
  ageEveryMs: 60_000,
};

export interface TrimmerOptions {
  readonly redis: TroveRedis;
  /** Names of the sinks that must have taken an entry before it may go. */
  readonly sinks: readonly string[];
  readonly bounds?: TrimBounds;
  readonly keys?: KeySpace;
}

/** Behind every entry, whatever the clock says: nobody has to take notes before they may go. */
const LAST_ID = `${Number.MAX_SAFE_INTEGER}-0`;

/** Places up to which every sink has taken the two streams. */
interface Taken {
  readonly outId: string;
  readonly logId: string;
}

export class Trimmer {
  private readonly bounds: TrimBounds;
  private readonly keys: KeySpace;
  private readonly agedAtMs = new Map<number, number>();

  constructor(private readonly options: TrimmerOptions) {
    this.bounds = options.bounds ?? DEFAULT_BOUNDS;
    this.keys = options.keys ?? DEFAULT_KEYS;
  }

  /**
   * One look at one partition, which costs Redis about a millisecond and a half when its streams
   * are full: call it about once a second for one that grows, now and then for one that does not.
   */
  async tick(partition: number, nowMs: number): Promise<void> {
    const { redis } = this.options;
    const keys = partitionKeys(this.keys, partition);
    const taken = await this.takenOf(keys);
    const held = [
      await this.trimBytes(keys.out, taken?.outId),
      await this.trimBytes(keys.log, taken?.logId),
    ];
    await setHeld(redis, keys.sinks, (held[0] as number) + (held[1] as number));
    const { noteBytes = DELIVERY_BOUNDS.bytes } = this.bounds;
    await this.trimBytes(keys.deliveries, LAST_ID, noteBytes);
    if (isWithin(this.agedAtMs.get(partition) ?? 0, nowMs, this.bounds.ageEveryMs)) return;
    this.agedAtMs.set(partition, nowMs);
    const oldest = Math.max(0, Math.floor(nowMs - this.bounds.keptMs));
    await redis.xtrim(keys.deliveries, 'MINID', '~', `${oldest}-0`, 'LIMIT', 0);
    if (taken !== undefined) await this.trimAge(keys, taken, nowMs - this.bounds.keptMs);
  }

  /** undefined while a sink has taken nothing: then nothing may go. */
  private async takenOf(keys: PartitionKeys): Promise<Taken | undefined> {
    const { redis, sinks } = this.options;
    const ids = await redis.hmget(keys.sinks, ...sinks);
    const least = Math.min(...ids.map((id) => Number.parseInt(id ?? '0', 10)));
    if (!(least > 0)) return undefined;
    // A sink's place in a lower epoch may lie beyond the end of a log that lost it.
    const rows = await redis.xrevrangeBuffer(keys.out, `${least}-0`, '-', 'COUNT', 1);
    if (rows[0] === undefined) return undefined;
    const { id, blob } = toOutEntry(rows[0]);
    const logId = lastLogId(blob);
    return logId === undefined ? undefined : { outId: id, logId };
  }

  /**
   * Drops the oldest entries of a stream that has grown over its bound, and answers how many
   * bytes are over it all the same. The limit counts entries, which differ in size: what one look
   * leaves, the next one takes.
   */
  private async trimBytes(
    stream: string,
    takenId: string | undefined,
    bytes = this.bounds.bytes,
  ): Promise<number> {
    const { redis } = this.options;
    const used = await this.usage(stream);
    const excess = used - bytes;
    if (excess <= 0) return 0;
    if (takenId === undefined) return excess;
    const length = Math.max(1, await redis.xlen(stream));
    const entries = Math.ceil((length * excess) / used);
    const gone = await redis.xtrim(stream, 'MINID', '~', takenId, 'LIMIT', entries);
    return Math.max(0, Math.round(excess - (used * gone) / length));
  }

  /**
   * Of all its nodes, which takes Redis half a millisecond at 48 MB. Samples would be its oldest
   * nodes, and entries of a busy beginning make a stream look five times as large as it is.
   */
  private async usage(stream: string): Promise<number> {
    return Number((await this.options.redis.memory('USAGE', stream, 'SAMPLES', 0)) ?? 0);
  }

  /** Ids of the log are times; ids of `out` are not, but its entries name their log entries. */
  private async trimAge(keys: PartitionKeys, taken: Taken, beforeMs: number): Promise<void> {
    if (beforeMs <= 0) return;
    const { redis } = this.options;
    const before = Math.floor(beforeMs);
    const logId = before < msOf(taken.logId) ? `${before}-0` : taken.logId;
    await redis.xtrim(keys.log, 'MINID', '~', logId, 'LIMIT', 0);
    const oldest = await redis.xrangeBuffer(keys.out, '-', '+', 'COUNT', 1);
    if (oldest[0] === undefined || toOutEntry(oldest[0]).committedAtUs / 1000 >= beforeMs) return;
    const outId = await this.outBefore(keys.out, taken.outId, beforeMs);
    await redis.xtrim(keys.out, 'MINID', '~', outId, 'LIMIT', 0);
  }

  /** The newest id, up to one, that was committed before a moment; found by halving. */
  private async outBefore(out: string, upTo: string, beforeMs: number): Promise<string> {
    let low = 0;
    let high = Number.parseInt(upTo, 10);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const rows = await this.options.redis.xrevrangeBuffer(out, `${middle}-0`, '-', 'COUNT', 1);
      const isOld = rows[0] === undefined || toOutEntry(rows[0]).committedAtUs < beforeMs * 1000;
      if (isOld) low = middle;
      else high = middle - 1;
    }
    return `${low}-0`;
  }
}

const lastLogId = (blob: OutBlob) => blob.logEntries.at(-1)?.id;
const msOf = (id: string) => Number.parseInt(id, 10);
