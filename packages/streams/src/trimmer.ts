/**
 * Keeps `log` and `out` of every partition within their bounds of age and bytes, never past what
 * a durable consumer still needs. It remembers where each stream stood at every tick, so that
 * "older than 20 minutes" and "the oldest tenth" become ids without reading a single blob.
 */
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { LEDGER_SINK } from './ledgerSource.js';

export interface TrimBounds {
  readonly keptMs: number;
  /** Of one stream. */
  readonly bytes: number;
}

export const DEFAULT_BOUNDS: TrimBounds = { keptMs: 20 * 60_000, bytes: 48 * 1024 * 1024 };

interface Mark {
  readonly atMs: number;
  readonly outId: string;
  readonly logId: string;
}

const MAX_MARKS = 1_300;

export class Trimmer {
  private readonly marks = new Map<number, Mark[]>();
  private readonly keys: KeySpace;

  constructor(
    private readonly redis: TroveRedis,
    private readonly bounds: TrimBounds = DEFAULT_BOUNDS,
    keys: KeySpace = DEFAULT_KEYS,
  ) {
    this.keys = keys;
  }

  /** One look at one partition; call it about once a second. */
  async tick(partition: number, nowMs: number): Promise<void> {
    const keys = partitionKeys(this.keys, partition);
    const [[cursor], newest, sink] = await Promise.all([
      this.redis.hmget(keys.meta, 'cursor'),
      this.redis.xrevrange(keys.out, '+', '-', 'COUNT', 1),
      this.redis.hget(keys.sinks, LEDGER_SINK),
    ]);
    const marks = this.marks.get(partition) ?? [];
    this.marks.set(partition, marks);
    const outId = newest[0]?.[0];
    if (outId !== undefined && cursor !== null && cursor !== undefined) {
      if (marks.at(-1)?.outId !== outId) marks.push({ atMs: nowMs, outId, logId: cursor });
      if (marks.length > MAX_MARKS) marks.shift();
    }
    // Nothing may go before the ledger has it; a fresh installation has no ledger position yet.
    const taken = marks.filter((mark) => !isAfter(mark.outId, sink ?? '0-0'));
    await this.trim(keys.out, { marks, taken, nowMs, idOf: (mark) => mark.outId });
    await this.trim(keys.log, { marks, taken, nowMs, idOf: (mark) => mark.logId });
    while (marks[1] !== undefined && marks[1].atMs < nowMs - this.bounds.keptMs) marks.shift();
  }

  private async trim(
    stream: string,
    span: { marks: Mark[]; taken: Mark[]; nowMs: number; idOf: (mark: Mark) => string },
  ): Promise<void> {
    const used = (await this.redis.memory('USAGE', stream, 'SAMPLES', 3)) ?? 0;
    const excess = Math.max(0, 1 - this.bounds.bytes / Math.max(1, Number(used)));
    const byBytes = Math.ceil(excess * span.marks.length);
    const old = span.marks.filter((mark) => mark.atMs < span.nowMs - this.bounds.keptMs).length;
    const target = span.taken[Math.min(span.taken.length, Math.max(byBytes, old)) - 1];
    if (target !== undefined) await this.redis.xtrim(stream, 'MINID', '~', span.idOf(target));
  }
}

function isAfter(a: string, b: string): boolean {
  return Number(a.split('-')[0]) > Number(b.split('-')[0]);
}
