/** Appends events that only servers may make: publications, phases, joins. */
import type { ControlData, ControlType, HuntPhase } from '@trove/contracts';
import { CONTROL_SOURCE, timeOfEventId } from '@trove/contracts';
import type { Appended } from '@trove/core';
import { v7 as uuidv7 } from 'uuid';
import { EntryWriter } from './codec/entryWriter.js';
import { createIdentities } from './codec/identities.js';
import type { TroveRedis } from './connectRedis.js';
import { createHuntDirectory } from './huntDirectory.js';
import { DEFAULT_KEYS, type KeySpace } from './keys.js';
import { RedisEventLog } from './redisEventLog.js';

export interface ControlEvent<T extends ControlType = ControlType> {
  readonly partition: number;
  readonly hunt: string;
  readonly type: T;
  readonly data: ControlData<T>;
  /** UUIDv7; its time is the event's, so that the same id appended again is the same event. */
  readonly id: string;
  readonly player?: string;
  readonly team?: string;
}

/** Who stands as player and team of an event that is nobody's move. */
const NOBODY = 'trove';

export async function appendControl<T extends ControlType>(
  log: RedisEventLog,
  control: ControlEvent<T>,
): Promise<Appended> {
  const { hasher, sourceHash } = await createIdentities();
  const { hunt, type, data, id, partition } = control;
  const timeMs = timeOfEventId(id);
  const player = control.player ?? NOBODY;
  const team = control.team ?? NOBODY;
  const writer = new EntryWriter(hasher);
  writer.addStamped({ id, hunt, player, team, type, data }, timeMs, {
    source: CONTROL_SOURCE,
    sourceHash: sourceHash(CONTROL_SOURCE),
    sentAtMs: timeMs,
    receivedAtUs: timeMs * 1000,
  });
  return await log.appendEncoded(partition, writer.finish(NOBODY), 1);
}

export interface PhaseChange {
  readonly slug: string;
  readonly phase: HuntPhase;
  /** Who asked for it; shown in the log. */
  readonly by: string;
  readonly keys?: KeySpace;
}

/** Pauses, resumes or ends a hunt by an event in its log. Returns false for an unknown hunt. */
export async function changePhase(redis: TroveRedis, change: PhaseChange): Promise<boolean> {
  const keys = change.keys ?? DEFAULT_KEYS;
  const directory = createHuntDirectory(redis, keys);
  const live = await directory.get(change.slug);
  if (live === undefined) return false;
  await appendControl(new RedisEventLog({ redis, keys }), {
    partition: live.partition,
    hunt: live.slug,
    type: 'hunt.phase_changed.v1',
    data: { phase: change.phase, by: change.by },
    id: uuidv7(),
  });
  await directory.put({ ...live, phase: change.phase });
  return true;
}
