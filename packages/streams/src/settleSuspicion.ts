/** An operator's word on a suspected event: an event in the hunt's log, and what it did. */
import type { ControlData, EventResult, LiveHunt } from '@trove/contracts';
import { v7 as uuidv7 } from 'uuid';
import { appendControl } from './appendControl.js';
import type { TroveRedis } from './connectRedis.js';
import { decidedControl } from './decidedControl.js';
import { DEFAULT_KEYS, type KeySpace } from './keys.js';
import type { UndecidedAct } from './operateHunt.js';
import { RedisEventLog } from './redisEventLog.js';
import { placeOfNextResult } from './replay.js';

export interface Settlement {
  readonly live: LiveHunt;
  readonly data: ControlData<'suspicion.settled.v1'>;
  /** How long the caller waits for what it did. */
  readonly waitMs: number;
  /** Told of its event as soon as that is in the log. */
  readonly onAppended?: (act: UndecidedAct) => void;
  readonly keys?: KeySpace;
}

/** Durable once it resolves; undefined when it was still undecided after `waitMs`. */
export async function settleSuspicion(
  redis: TroveRedis,
  { live, data, waitMs, onAppended, keys = DEFAULT_KEYS }: Settlement,
): Promise<EventResult | undefined> {
  const { partition } = live;
  const afterId = await placeOfNextResult(redis, partition, keys);
  const id = uuidv7();
  await appendControl(new RedisEventLog({ redis, keys }), {
    partition,
    hunt: live.slug,
    team: data.team,
    type: 'suspicion.settled.v1',
    data,
    id,
  });
  onAppended?.({ id, afterId });
  return await decidedControl(redis, { partition, id, afterId, waitMs, keys });
}
