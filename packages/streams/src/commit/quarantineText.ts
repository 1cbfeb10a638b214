/** The quarantine record of an event that reached the log and could not be counted. */
import { createHash } from 'node:crypto';
import { type QuarantineRecord, WIRE_LIMITS } from '@trove/contracts';
import { type Decision, eventIdOf, type ResultRow } from '@trove/core';

type Reason = Pick<QuarantineRecord, 'ack' | 'code' | 'path' | 'detail'>;

export function quarantineText(row: ResultRow, { entries, hunts }: Decision): string {
  const { event } = row;
  const id = eventIdOf(event.identity);
  const { hunt, type, source, player, team, data } = event;
  const time = new Date(event.timeMs).toISOString();
  const original = JSON.stringify({ id, source, type, time, hunt, player, team, data });
  const appendedAtUs = entries[row.entry]?.appendedAtUs ?? event.receivedAtUs;
  const record: QuarantineRecord = {
    refusedAt: Math.floor(appendedAtUs / 1000),
    stage: 'decide',
    ...reasonOf(row),
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

function reasonOf({ outcome, extras, position, firstPosition }: ResultRow): Reason {
  if (outcome === 'conflict') {
    const detail = `the id was used before, at position ${firstPosition}, with other content`;
    return { ack: 'conflict', code: 'id_conflict', path: 'id', detail };
  }
  const ack = outcome === 'invalid' ? 'invalid' : 'quarantined';
  const unmet = extras?.unmet;
  if (unmet !== undefined) {
    const detail = `the event does not meet what the hunt expects: ${unmet.join(', ')}`;
    return { ack, code: 'expectation_unmet', path: 'data', detail };
  }
  const detail = `the event at position ${position} could not be decided`;
  return { ack, code: 'decide_failed', path: '', detail };
}
