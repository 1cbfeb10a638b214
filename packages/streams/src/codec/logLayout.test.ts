/** What stands in a log entry, and what stands of an event that the door has checked. */
import { EVENT_DATA, EVENT_TYPES, type EventData, type EventType } from '@trove/contracts';
import { decide, eventIdOf, type LoggedEvent } from '@trove/core';
import {
  compiled,
  emptyView,
  huntDefinition,
  plainEvent,
  playEvent,
  published,
  T0,
} from '@trove/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryWriter } from './entryWriter.js';
import { createIdentities } from './identities.js';
import { decodeEntry } from './logLayout.js';
import { OutBlob } from './outBlob.js';
import { encodeOut } from './outLayout.js';
import type { PacketStamp, StampedEvent } from './stampedEvent.js';

const { hasher, sourceHash } = await createIdentities();

function encodeEntry(door: string, events: readonly LoggedEvent[]): Buffer {
  const writer = new EntryWriter(hasher);
  for (const event of events) writer.addLogged(event);
  return writer.finish(door);
}

describe('the layout of a log entry', () => {
  it('gives back what was written, whatever answers hold', () => {
    const answers = fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 20 });
    fc.assert(
      fc.property(answers, (texts) => {
        const events = texts.map((answer, number) => {
          const data = { clue: 'riddle', answer };
          return playEvent('clue.answered.v1', data, { number, team: `team-${number % 3}` });
        });
        const decoded = decodeEntry(encodeEntry('door-1', events));
        expect(decoded.door).toBe('door-1');
        expect(decoded.events.map(plainEvent)).toEqual(events);
      }),
    );
  });

  it('gives back where events stand among those of their devices', () => {
    const places = fc.record({
      device: fc.constantFrom('phone', 'watch'),
      epoch: fc.nat({ max: 999_999_999 }),
      seq: fc.nat({ max: 999_999_999_999_999 }),
    });
    fc.assert(
      fc.property(fc.array(fc.option(places, { nil: undefined }), { maxLength: 20 }), (list) => {
        const events = list.map((sequence, number): LoggedEvent => {
          return { ...playEvent('code.scanned.v1', { code: 'A' }, { number }), sequence };
        });
        const decoded = decodeEntry(encodeEntry('door-1', events));
        expect(decoded.events.map(({ sequence }) => sequence)).toEqual(list);
      }),
    );
  });

  it('refuses a layout it does not know, and a damaged blob', () => {
    const events = [playEvent('code.scanned.v1', { code: 'A' }, { number: 1 })];
    const blob = encodeEntry('door-1', events);
    const other = Buffer.from(blob);
    other[0] = 9;
    expect(() => decodeEntry(other)).toThrow('layout 9');
    expect(() => decodeEntry(blob.subarray(0, blob.length - 5))).toThrow('beyond the end');
  });
});

describe('an event that the door has checked', () => {
  const stamp: PacketStamp = {
    source: '/players/ada',
    sourceHash: sourceHash('/players/ada'),
    sentAtMs: T0 + 5,
    receivedAtUs: T0 * 1000 + 9_000,
  };
  const base = {
    id: '0198c0de-1234-7abc-8def-0123456789ab',
    type: 'place.visited.v1',
    hunt: 'test-hunt',
    player: 'ada',
    team: 'herons',
    data: { place: 'p1', lat: 1.5, lon: 0 },
  } as const satisfies StampedEvent;
  const writer = new EntryWriter(hasher);
  const written = (event: StampedEvent, timeMs = T0, packet = stamp) => {
    writer.addStamped(event, timeMs, packet);
    return plainEvent(decodeEntry(writer.finish('door-1')).events[0] as LoggedEvent);
  };

  it('comes back with the bytes of its id, its source and its packet', () => {
    const { source, sentAtMs, receivedAtUs } = stamp;
    const { hunt, player, team, type, data } = base;
    const event = written(base);
    expect(event).toMatchObject({ source, sentAtMs, receivedAtUs, timeMs: T0 });
    expect(event).toMatchObject({ hunt, player, team, type, data });
    expect(eventIdOf(event.identity)).toBe(base.id);
    expect(event.identity.slice(16)).toBe(stamp.sourceHash);
  });

  it('has the same digest in every retry, whatever stands beside it in the entry', () => {
    const first = written(base).digest;
    const later = { ...stamp, sentAtMs: T0 + 99, receivedAtUs: T0 * 1000 + 123_456 };
    writer.addStamped({ ...base, team: 'owls', data: { place: 'p9', lat: 9, lon: 9 } }, T0, stamp);
    writer.addStamped(base, T0, later);
    const again = decodeEntry(writer.finish('door-2')).events[1] as LoggedEvent;
    expect(again.digest).toBe(first);
    expect(written({ ...base, data: { place: 'p1', lat: 1.5, lon: -0 } }).digest).toBe(first);
  });

  it.each<[string, StampedEvent, number]>([
    ['hunt', { ...base, hunt: 'other' }, T0],
    ['player', { ...base, player: 'bob' }, T0],
    ['team', { ...base, team: 'owls' }, T0],
    ['time', base, T0 + 1],
    ['place', { ...base, data: { place: 'p2', lat: 1.5, lon: 0 } }, T0],
    ['position', { ...base, data: { place: 'p1', lat: 1.5, lon: 0.1 } }, T0],
    ['type', { ...base, type: 'location.reported.v1', data: { lat: 1.5, lon: 0 } }, T0],
  ])('has another digest with another %s', (_, event, timeMs) => {
    expect(written(event, timeMs).digest).not.toBe(written(base).digest);
  });

  it('keeps every field of every contract', () => {
    const samples: { [T in EventType]: EventData<T> } = {
      'place.visited.v1': { place: 'p1', lat: -1, lon: 2 },
      'location.reported.v1': { lat: 1, lon: 2, accuracyM: 3, ageS: 4 },
      'code.scanned.v1': { code: 'A' },
      'clue.answered.v1': { clue: 'riddle', answer: 'ä' },
      'option.chosen.v1': { clue: 'quiz', option: 'b' },
      'hint.requested.v1': { clue: 'riddle', hint: 'first' },
      'photo.submitted.v1': { clue: 'gate', photo: '0a'.repeat(32) },
      'photo.appealed.v1': { clue: 'gate', text: 'Look again – ß.' },
    };
    for (const type of EVENT_TYPES) {
      const data = samples[type];
      expect(Object.keys(data)).toEqual(Object.keys(EVENT_DATA[type].shape));
      expect(written({ ...base, type, data }).data).toEqual(data);
    }
  });
});

describe('an event of a hunt’s own type', () => {
  const type = 'custom.flag.raised.v1' as const;
  const data = { colour: 'ß', heightM: 2.5, isLit: false };
  const custom = (number: number, more: object = {}): LoggedEvent => {
    const scan = playEvent('code.scanned.v1', { code: 'A' }, { number });
    return { ...scan, type, data, ...more };
  };

  it('CT5 comes back with its type and data, between others', () => {
    const scan = playEvent('code.scanned.v1', { code: 'A' }, { number: 1 });
    const other = custom(3, { type: 'custom.door.opened.v2', data: {} });
    const events = [scan, custom(2), other, scan];
    expect(decodeEntry(encodeEntry('door-1', events)).events.map(plainEvent)).toEqual(events);
  });

  it('CT5 has one digest in whatever order its fields were sent', () => {
    const digestOf = (said: object) => {
      const writer = new EntryWriter(hasher);
      const head = {
        id: '0198c0de-1234-7abc-8def-0123456789ab',
        hunt: 'h',
        player: 'a',
        team: 't',
      };
      const stamp = { source: '/a', sourceHash: sourceHash('/a'), sentAtMs: 1, receivedAtUs: 1 };
      writer.addStamped({ ...head, type, data, ...said }, T0, stamp);
      return decodeEntry(writer.finish('d')).events[0]?.digest;
    };
    const { colour, heightM, isLit } = data;
    expect(digestOf({ data: { isLit, heightM, colour } })).toBe(digestOf({}));
    expect(digestOf({ data: { ...data, isLit: true } })).not.toBe(digestOf({}));
    expect(digestOf({ type: 'custom.flag.raised.v2' })).not.toBe(digestOf({}));
  });

  it('CT5 is named in results, beside those of built-in types', () => {
    const rule = { id: 'up', on: type, when: 'event.data.heightM > 1', then: { award: 3 } };
    const fields = [{ name: 'heightM', kind: 'number' }];
    const rules = compiled(huntDefinition({ eventTypes: [{ type, fields }], rules: [rule] }));
    const scan = playEvent('code.scanned.v1', { code: 'CLOCK' }, { number: 1 });
    const events = [published('a'.repeat(64), 1), custom(2), scan, custom(3, { data: {} })];
    const entry = { id: `${T0}-0`, appendedAtUs: T0 * 1000, door: 'd', isReplay: false, events };
    const chunk = { entries: [entry], decided: 0, repeats: new Map(), poisoned: new Set<number>() };
    const head = { epoch: 1, decidedAtUs: T0 * 1000, firstPosition: 0 };
    const blob = new OutBlob(encodeOut(head, decide(chunk, emptyView(rules))));
    const types = [0, 1, 2, 3].map((row) => blob.typeOf(row));
    expect(types).toEqual(['hunt.published.v1', type, 'code.scanned.v1', type]);
    expect(blob.row(1)).toMatchObject({ type, verdict: 'noted', points: 3, rules: 'up' });
    expect(blob.askedOf(3)).toBeDefined();
  });
});
