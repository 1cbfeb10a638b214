/** Puts one process's metrics frames on its own stream, bounded to what the charts look back. */
import type { MetricsFrame } from '@trove/contracts';
import { METRICS_TICK_MS, MetricsFrame as MetricsFrameSchema } from '@trove/contracts';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, globalKeys, type KeySpace } from './keys.js';

/** Charts look back 15 minutes; a little more is kept for late readers. */
const KEPT_MS = 16 * 60_000;
const KEPT_FRAMES = KEPT_MS / METRICS_TICK_MS;

/** Told once, though the connection is lost before Redis has answered and sends it again. */
export async function publishFrame(
  redis: TroveRedis,
  frame: MetricsFrame,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<void> {
  const global = globalKeys(keys);
  const stream = global.metrics(frame.process);
  const pipeline = redis.pipeline();
  const scripts = pipeline as unknown as Pick<TroveRedis, 'troveFrame'>;
  void scripts.troveFrame(1, stream, JSON.stringify(frame), KEPT_FRAMES, KEPT_MS);
  pipeline
    .zadd(global.processes, frame.atMs, frame.process)
    .zremrangebyscore(global.processes, 0, frame.atMs - KEPT_MS);
  for (const [error] of (await pipeline.exec()) ?? []) if (error !== null) throw error;
}

export interface ReadFrames {
  readonly frames: readonly {
    readonly stream: string;
    readonly id: string;
    readonly frame: MetricsFrame;
  }[];
  /** Those that are damaged, or that a newer process tells in its own way. */
  readonly unreadable: readonly { readonly stream: string; readonly id: string }[];
  /** Last id read of each stream; give it back to go on from there. */
  readonly cursor: Readonly<Record<string, string>>;
}

export interface ReadFramesOptions {
  /** Waits this long for the first frame; needs a connection of its own. */
  readonly blockMs?: number;
  /** Most frames of one stream. */
  readonly count?: number;
  readonly keys?: KeySpace;
}

/**
 * Frames after the cursor, of every process that has told anything in the last 16 minutes. A
 * stream the cursor does not name is read from its beginning. One frame that can't be read keeps
 * nobody from the others: the cursor passes over it.
 */
export async function readMetrics(
  redis: TroveRedis,
  cursor: Readonly<Record<string, string>>,
  options: ReadFramesOptions = {},
): Promise<ReadFrames> {
  const global = globalKeys(options.keys ?? DEFAULT_KEYS);
  const processes = await redis.zrange(global.processes, 0, '-1');
  const streams = processes.map((name) => global.metrics(name));
  if (streams.length === 0) return { frames: [], unreadable: [], cursor };
  const ids = streams.map((stream) => cursor[stream] ?? '0-0');
  const count = options.count ?? 200;
  const reply = await (options.blockMs === undefined
    ? redis.xread('COUNT', count, 'STREAMS', ...streams, ...ids)
    : redis.xread('COUNT', count, 'BLOCK', options.blockMs, 'STREAMS', ...streams, ...ids));
  const next: Record<string, string> = {};
  for (const stream of streams) {
    const known = cursor[stream];
    if (known !== undefined) next[stream] = known;
  }
  const frames: ReadFrames['frames'][number][] = [];
  const unreadable: ReadFrames['unreadable'][number][] = [];
  for (const [stream, rows] of reply ?? []) {
    for (const [id, fields] of rows) {
      const frame = frameOf(fields[1] ?? '');
      if (frame === undefined) unreadable.push({ stream, id });
      else frames.push({ stream, id, frame });
      next[stream] = id;
    }
  }
  return { frames, unreadable, cursor: next };
}

function frameOf(text: string): MetricsFrame | undefined {
  try {
    return MetricsFrameSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
