import { EventId, PLAY_EVENTS, timeOfEventId } from '@trove/contracts';
import { parseHuntFile } from '@trove/core';
import { expect, it } from 'vitest';
import { EventFeed } from './eventFeed.js';
import { benchHunt } from './huntFiles.js';
import { eachResult, idPrefix, SeenNumbers, sequenceHex } from './sequenceIds.js';
import { makeTemplates } from './templates.js';

const NOW = 1_800_000_000_123;

it('makes valid ids that carry the time and the number', () => {
  for (const sequence of [0, 1, 4_095, 4_096, 16_777_216, 4_294_967_295]) {
    const id = idPrefix(NOW) + sequenceHex(sequence);
    expect(EventId.safeParse(id).success).toBe(true);
    expect(timeOfEventId(id)).toBe(NOW);
    expect(Number.parseInt(id.slice(24), 16)).toBe(sequence);
  }
});

it('feeds events that keep their contract, whatever their template', () => {
  const feed = new EventFeed(makeTemplates(['bench-1', 'bench-2'], 400));
  const events = JSON.parse(`[${feed.take(400, NOW)}]`) as { type: keyof typeof PLAY_EVENTS }[];
  expect(events).toHaveLength(400);
  for (const event of events)
    expect(PLAY_EVENTS[event.type].safeParse(event).error).toBeUndefined();
  expect(new Set(events.map(({ type }) => type)).size).toBe(4);
});

it('makes hunts without mistakes', () => {
  expect(parseHuntFile(benchHunt('bench-1'))).toMatchObject({ ok: true });
});

it('finds every result in a frame', () => {
  const results = [7, 8].map((sequence) => ({
    id: idPrefix(NOW) + sequenceHex(sequence),
    hunt: 'h',
    outcome: sequence === 7 ? 'accepted' : 'duplicate',
  }));
  const frame = `42/play,${JSON.stringify(['results', { epoch: 1, offset: 2, results }])}`;
  const found: [number, string][] = [];
  eachResult(frame, (sequence, outcome) => found.push([sequence, outcome]));
  expect(found).toEqual([
    [7, 'accepted'],
    [8, 'duplicate'],
  ]);
});

it('counts each number once, beyond its first size too', () => {
  const seen = new SeenNumbers();
  expect([seen.add(3), seen.add(3), seen.add(50_000_000), seen.add(50_000_000)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(seen.size).toBe(2);
});
