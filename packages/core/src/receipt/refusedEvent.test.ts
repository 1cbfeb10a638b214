import type { QuarantineRecord } from '@trove/contracts';
import { expect, it } from 'vitest';
import { refusedEvent } from './refusedEvent.js';

const RECORD: QuarantineRecord = {
  ...{ refusedAt: 5, stage: 'door', ack: 'invalid', code: 'contract' },
  ...{ path: 'data.code', detail: 'must be a text', eventId: 'id', hunt: 'hunt' },
  ...{ type: 'code.scanned.v1', source: '/phone', player: 'ada', team: '', transport: 'http' },
  ...{ reserialised: false, original: '{}', originalBytes: 2, originalSha256: '', huntVersion: 3 },
};

it('RC8 tells why and when the door refused an event, as far as it could be read', () => {
  expect(refusedEvent(RECORD)).toEqual({
    id: 'id',
    outcome: 'invalid',
    why: 'It was not what its type or its hunt asks for.',
    refusedAt: 5,
    code: 'contract',
    path: 'data.code',
    detail: 'must be a text',
    version: 3,
    hunt: 'hunt',
    type: 'code.scanned.v1',
    player: 'ada',
    source: '/phone',
  });
  const unread = { ...RECORD, ack: 'late', path: '', type: '', huntVersion: 0 } as const;
  const told = refusedEvent(unread);
  expect(told?.outcome).toBe('late');
  for (const absent of ['path', 'type', 'version']) expect(told).not.toHaveProperty(absent);
});

it('RC8 tells what has become of it, where that is known', () => {
  const care = { state: 'discarded', isClaimed: false } as const;
  expect(refusedEvent({ ...RECORD, care })?.state).toBe('discarded');
  expect(refusedEvent(RECORD)).not.toHaveProperty('state');
});

it('RC8 is of nothing that the log refused', () => {
  expect(refusedEvent({ ...RECORD, stage: 'decide' })).toBeUndefined();
});
