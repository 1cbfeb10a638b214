/** A refused event for tests, and a way to put some into the quarantine of a database. */
import type { QuarantineEntry } from '@trove/contracts';
import type { Db } from '../createDb.js';
import { quarantineStore } from './quarantineStore.js';

/** As it comes back: nobody has done anything about it. */
export const UNTOUCHED = { state: 'open', isClaimed: false } as const;

export function refusal(fields: Partial<QuarantineEntry>): QuarantineEntry {
  return {
    stream: 'door',
    streamId: '1700000000000-0',
    refusedAt: 1_700_000_000_000,
    stage: 'door',
    ack: 'invalid',
    code: 'contract',
    path: 'data.lat',
    detail: 'too far north',
    eventId: '0190a000-0000-7000-8000-000000000000',
    hunt: 'harbour',
    type: 'place.visited.v1',
    source: '/device/1',
    player: 'ann',
    team: 'red',
    transport: 'socket',
    reserialised: true,
    original: '{"lat":91}',
    originalBytes: 10,
    originalSha256: 'a'.repeat(64),
    huntVersion: 0,
    ...fields,
  };
}

/** Appends to a stream, from wherever its sink stands. */
export async function put(db: Db, entries: readonly QuarantineEntry[]) {
  const stream = entries[0]?.stream ?? '';
  const fromId = await quarantineStore(db).cursor(stream);
  const toId = entries.at(-1)?.streamId ?? '';
  return quarantineStore(db).apply({ stream, fromId, toId, entries });
}
