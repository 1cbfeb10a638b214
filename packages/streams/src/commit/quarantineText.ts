/** The quarantine record of an event that reached the log and could not be counted. */
import { createHash } from 'node:crypto';
import { type QuarantineRecord, WIRE_LIMITS } from '@trove/contracts';
import { type Decision, eventIdOf, type ResultRow } from '@trove/core';

export function quarantineText(row: ResultRow, { entries, hunts }: Decision): string {
  const { event } = row;
  const id = eventIdOf(event.identity);
  const { hunt, type, source, player, team, data } = event;
  const time = new Date(event.timeMs).toISOString();
  const original = JSON.stringify({ id, source, type, time, hunt, player, team, data });
  const isConflict = row.outcome === 'conflict';
  const appendedAtUs = entries[row.entry]?.appendedAtUs ?? event.receivedAtUs;
  const record: QuarantineRecord = {
    refusedAt: Math.floor(appendedAtUs / 1000),
    stage: 'decide',
    ack: isConflict ? 'conflict' : 'quarantined',
    code: isConflict ? 'id_conflict' : 'decide_failed',
    path: isConflict ? 'id' : '',
    detail: isConflict
      ? `the id was used before, at position ${row.firstPosition}, with other content`
      : `the event at position ${row.position} could not be decided`,
    eventId: id,
    hunt,
    type,
    source,
    player,
    team,
    transport: 'log',
    reserialised: true,
    original: original.slice(0, WIRE_LIMITS.quarantinedBytes),
    originalBytes: Buffer.byteLength(original),
    originalSha256: createHash('sha256').update(original).digest('hex'),
    huntVersion: hunts.find(({ slug }) => slug === hunt)?.version ?? 0,
  };
  return JSON.stringify(record);
}
