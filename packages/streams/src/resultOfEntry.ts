/** What became of the first event of one entry of the log. */
import { setTimeout } from 'node:timers/promises';
import type { EventResult } from '@trove/contracts';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { REPLAY_LIMITS } from './limits.js';
import { toOutEntry } from './reads/outReader.js';
import { toResult } from './toResult.js';

export interface EntryQuery {
  readonly partition: number;
  readonly entryId: string;
  /** An entry of `out` that was there before it was appended. */
  readonly afterId: string;
  readonly waitMs: number;
  readonly keys?: KeySpace;
}

/** Undefined when it is still undecided after `waitMs`. */
export async function resultOfEntry(
  redis: TroveRedis,
  { partition, entryId, afterId, waitMs, keys = DEFAULT_KEYS }: EntryQuery,
): Promise<EventResult | undefined> {
  const { out } = partitionKeys(keys, partition);
  const untilMs = performance.now() + waitMs;
  let from = afterId;
  for (;;) {
    const rows = await redis.xrangeBuffer(out, `(${from}`, '+', 'COUNT', REPLAY_LIMITS.page);
    for (const row of rows) {
      const { id, blob } = toOutEntry(row);
      const entry = blob.logEntries.findIndex((one) => one.id === entryId);
      for (let index = 0; entry >= 0 && index < blob.count; index += 1) {
        if (blob.entryOf(index) === entry) return toResult(blob, index);
      }
      from = id;
    }
    if (rows.length === REPLAY_LIMITS.page) continue;
    if (performance.now() > untilMs) return undefined;
    await setTimeout(REPLAY_LIMITS.lookMs);
  }
}
