/**
 * The scanner is held to the contracts: whatever it takes, the parser takes too, and both write
 * the same bytes into the log. What it leaves to the parser is only slower.
 */
import type { DoorClaims, LiveHunt } from '@trove/contracts';
import { createIdentities, EntryWriter, type PacketStamp } from '@trove/streams';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PacketContext } from '../checkEvent.js';
import { type Sorted, sortParsed, sortScanned } from '../sortEvents.js';
import { events, good, messageOf, NOW_MS, packetOf, SOURCE } from './packetScanner.fixture.js';
import { scanPacket } from './packetScanner.js';

const { hasher, sourceHash } = await createIdentities();

function live(slug: string, partition: number): LiveHunt {
  return {
    slug,
    title: slug,
    partition,
    version: 1,
    hash: 'a'.repeat(64),
    clock: 'wall',
    phase: 'live',
    maxEvents: 1_000,
  };
}
const HUNTS = new Map([live('harbour', 0), live('museum', 1)].map((hunt) => [hunt.slug, hunt]));
const exp = NOW_MS / 1000 + 300;
const SERVER = { aud: 'trove-door', kind: 'source', sub: SOURCE, hunts: ['*'], may: ['send'], exp };
const context: PacketContext = {
  claims: SERVER as DoorClaims,
  source: SOURCE,
  receivedAtUs: NOW_MS * 1000,
  hunt: (slug) => HUNTS.get(slug),
  isOwnPhoto: () => true,
};
const stamp: PacketStamp = {
  source: SOURCE,
  sourceHash: sourceHash(SOURCE),
  sentAtMs: NOW_MS,
  receivedAtUs: NOW_MS * 1000,
};

const scan = (message: string) => scanPacket(message, message.indexOf('{'));

/** The bytes each partition's entry would have. */
function written({ lanes }: Sorted): Map<number, string> {
  return new Map(
    lanes.map((lane) => {
      const writer = new EntryWriter(hasher);
      lane.write(writer, stamp);
      return [lane.partition, writer.finish('door').toString('hex')];
    }),
  );
}

/** What the scanner makes of a message; undefined where it leaves it to the parser. */
function scanned(message: string): Sorted | undefined {
  const packet = scan(message);
  return packet === undefined ? undefined : sortScanned(packet.events, context);
}

function parsed(message: string): Sorted {
  const [, packet] = JSON.parse(message) as [string, { events: unknown[] }];
  return sortParsed(packet.events, context);
}

function mustAgree(message: string, sorted: Sorted): void {
  const asParsed = parsed(message);
  expect(asParsed.bad).toEqual([]);
  expect(written(sorted)).toEqual(written(asParsed));
  expect(sorted.lanes.map(({ byHunt }) => [...byHunt])).toEqual(
    asParsed.lanes.map(({ byHunt }) => [...byHunt]),
  );
}

describe('the scanner', () => {
  it('writes what the parser writes, for every good packet', () => {
    let taken = 0;
    fc.assert(
      fc.property(events, (list) => {
        const message = messageOf(list);
        const sorted = scanned(message);
        if (sorted === undefined) return;
        taken += 1;
        mustAgree(message, sorted);
      }),
      { numRuns: 500 },
    );
    // Exponents and escapes are left to the parser, and many of these packets have one.
    expect(taken).toBeGreaterThan(100);
  });

  it('takes nothing that the parser or the contracts refuse', () => {
    const at = fc.integer({ min: 0, max: 9_999 }).map((part) => part / 10_000);
    // Half of the edits put one usual character for another, which often leaves the packet good.
    const swap = fc.record({ at, cut: fc.constant(1), put: fc.stringMatching(/^[0-9a-zA-Z.-]$/) });
    const damage = fc.record({
      at,
      cut: fc.integer({ min: 0, max: 3 }),
      put: fc.oneof(fc.stringMatching(/^[",:{}[\]0\-. \\eAé]$/), fc.string({ maxLength: 3 })),
    });
    const edit = fc.oneof(swap, damage);
    let taken = 0;
    fc.assert(
      fc.property(events, fc.array(edit, { minLength: 1, maxLength: 2 }), (list, edits) => {
        let message = messageOf(list);
        const start = message.indexOf('"events":[');
        for (const { at: share, cut, put } of edits) {
          const from = start + Math.floor(share * (message.length - start));
          message = message.slice(0, from) + put + message.slice(from + cut);
        }
        const sorted = scanned(message);
        if (sorted === undefined) return;
        taken += 1;
        mustAgree(message, sorted);
      }),
      { numRuns: 3_000 },
    );
    // About a hundred packets outlive their edits.
    expect(taken).toBeGreaterThan(40);
  });

  it('takes keys in any order, as long as the type stands before the data', () => {
    const { id: eventId, time: said, type, data, ...rest } = good;
    const message = messageOf([{ ...rest, type, data, time: said, id: eventId }]);
    const sorted = scanned(message);
    expect(sorted).toBeDefined();
    if (sorted !== undefined) mustAgree(message, sorted);
    expect(scanned(messageOf([{ data, ...rest, id: eventId, time: said, type }]))).toBeUndefined();
  });

  it.each<[string, string]>([
    ['white space', packetOf(JSON.stringify(good, null, 1))],
    ['an escape', messageOf([good]).replace('herons', 'her\\u006fns')],
    ['an exponent', messageOf([good]).replace('53.5', '535e-1')],
    ['a key that comes twice', messageOf([good]).replace('"player"', '"team":"x","player"')],
    ['a key of its own', messageOf([{ ...good, traceparent: '00-1-2-01' }])],
    ['other characters', messageOf([{ ...good, team: 'réiher' }])],
    ['a time with an offset', messageOf([{ ...good, time: '2026-06-01T19:59:59+02:00' }])],
    ['no event', packetOf('')],
    ['more after the message', `${messageOf([good])} `],
    ['more events than a packet may have', messageOf(new Array(501).fill(good))],
  ])('leaves %s to the parser', (_, message) => {
    expect(scanned(message)).toBeUndefined();
  });

  it('takes as many events as a packet may have', () => {
    expect(scan(messageOf(new Array(500).fill(good)))?.events.count).toBe(500);
  });

  it.each<[string, object]>([
    ['an unknown hunt', { ...good, hunt: 'nowhere' }],
    ['an id of yesterday’s yesterday', { ...good, id: good.id.replace(/^\w{8}/, '00000000') }],
    ['a place off the earth', { ...good, data: { ...good.data, lat: 90.5 } }],
    ['a place below it', { ...good, data: { ...good.data, lat: -90.5 } }],
    ['data of another type', { ...good, type: 'code.scanned.v1' }],
    [
      'a hint with spaces',
      { ...good, type: 'hint.requested.v1', data: { clue: 'a', hint: 'a b' } },
    ],
    [
      'a fix from the future',
      { ...good, type: 'location.reported.v1', data: { lat: 1, lon: 1, ageS: -1 } },
    ],
    ['a missing field', { ...good, data: { place: 'p1', lat: 1 } }],
  ])('leaves %s to the checks that give reasons', (_, bad) => {
    expect(scanned(messageOf([good, bad]))).toBeUndefined();
    expect(parsed(messageOf([good, bad])).bad.map(({ index }) => index)).toEqual([1]);
  });

  it('lets a player speak for nobody else', () => {
    const claims = {
      aud: 'trove-door',
      kind: 'player',
      sub: 'ada',
      team: 'herons',
      member: 1,
      exp,
    } as const;
    const own: PacketContext = {
      ...context,
      claims: { ...claims, hunt: 'harbour', source: SOURCE },
    };
    const columns = (list: readonly object[]) => scan(messageOf(list))?.events;
    const sortOwn = (list: readonly object[]) => {
      const found = columns(list);
      return found === undefined ? undefined : sortScanned(found, own);
    };
    expect(sortOwn([good, good])?.lanes[0]?.count).toBe(2);
    for (const other of [{ player: 'bob' }, { team: 'owls' }, { hunt: 'museum' }]) {
      expect(columns([good, { ...good, ...other }])).toBeDefined();
      expect(sortOwn([good, { ...good, ...other }])).toBeUndefined();
    }
  });
});
