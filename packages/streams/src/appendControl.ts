/** Appends events that only servers may make: publications, operators' acts, joins. */
import type { ControlData, ControlType } from '@trove/contracts';
import { CONTROL_SOURCE, timeOfEventId } from '@trove/contracts';
import type { Appended } from '@trove/core';
import { EntryWriter } from './codec/entryWriter.js';
import { createIdentities } from './codec/identities.js';
import type { RedisEventLog } from './redisEventLog.js';

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
export const NOBODY = 'trove';

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
