/** What became of a control event that this process has appended. */
import { CONTROL_SOURCE, type EventResult } from '@trove/contracts';
import type { TroveRedis } from './connectRedis.js';
import type { KeySpace } from './keys.js';
import { findResults, replayKey } from './replay.js';

export interface AppendedControl {
  readonly partition: number;
  readonly id: string;
  /** An entry of `out` that was there before it was appended. */
  readonly afterId: string;
  /** How long to wait for it; 0 looks once. */
  readonly waitMs: number;
  readonly keys: KeySpace;
}

/** Undefined when it was still undecided after `waitMs`. */
export async function decidedControl(
  redis: TroveRedis,
  { id, afterId, ...query }: AppendedControl,
): Promise<EventResult | undefined> {
  const key = replayKey(id, CONTROL_SOURCE);
  return (await findResults(redis, { ...query, wanted: new Map([[key, afterId]]) })).get(key);
}
