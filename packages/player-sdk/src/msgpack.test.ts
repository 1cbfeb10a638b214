import type { EventPacket } from '@trove/contracts';
import { Unpackr } from 'msgpackr';
import { expect, it } from 'vitest';
import { msgpackFrames } from './msgpack.js';

const packetOf = (count: number, more = {}) =>
  ({
    specversion: '1.0',
    source: '/hunts/h/players/p',
    sentAt: '2026-01-01T00:00:00.000Z',
    events: Array.from({ length: count }, (_, at) => ({
      id: `018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      type: 'location.reported.v1',
      time: '2026-01-01T00:00:00.000Z',
      hunt: 'harbour-night',
      player: 'ada',
      team: 'herons',
      data: { lat: 53.5 + at / 1000, lon: 9.9, accuracyM: 12, ...more },
    })),
  }) as unknown as EventPacket;

it('packs each packet for itself, so that a lost one costs no other', () => {
  const frames = [packetOf(3), packetOf(2)].map((packet) => msgpackFrames.encode(packet));
  for (const [at, frame] of frames.entries()) {
    expect(new Unpackr({ useRecords: true }).unpack(frame)).toEqual(packetOf(3 - at));
  }
});

it('leaves out what JSON leaves out', () => {
  const frame = msgpackFrames.encode(packetOf(1, { ageS: undefined }));
  expect(new Unpackr({ useRecords: true }).unpack(frame)).toEqual(packetOf(1));
});

it('is at most two thirds of JSON for a packet of many', () => {
  const packet = packetOf(200);
  const json = JSON.stringify(packet).length;
  expect(msgpackFrames.encode(packet).length).toBeLessThan((json * 2) / 3);
});
