/** A refused event for tests: a scan whose code has a space too many. */
import type { LiveHunt, QuarantineEntry } from '@trove/contracts';

/** The id's own time is 2026-05-01T18:00:00Z. */
export const ID = '019de4a9-ea80-7000-8000-000000000001';
export const ID_MS = 1_777_658_400_000;

export const SCAN = {
  id: ID,
  type: 'code.scanned.v1',
  time: '2026-05-01T18:00:00Z',
  hunt: 'harbour',
  player: 'ada',
  team: 'herons',
  data: { code: ' x' },
};

export function refusal(
  fields: Partial<QuarantineEntry> = {},
  event: unknown = SCAN,
): QuarantineEntry {
  const original = typeof event === 'string' ? event : JSON.stringify(event);
  return {
    ...{ stream: 'door', streamId: '1-0', refusedAt: ID_MS, stage: 'door', ack: 'invalid' },
    ...{ code: 'contract', path: 'data.code', detail: 'a name', eventId: ID, hunt: 'harbour' },
    ...{ type: 'code.scanned.v1', source: '/test', player: 'ada', team: 'herons' },
    ...{ transport: 'http', reserialised: false, original, originalBytes: original.length },
    ...{ originalSha256: '', huntVersion: 1 },
    ...fields,
  };
}

export const LIVE: LiveHunt = {
  ...{ slug: 'harbour', title: 'Harbour', partition: 0, version: 1, hash: 'a' },
  ...{ clock: 'wall', phase: 'live', maxEvents: 1_000 },
};
