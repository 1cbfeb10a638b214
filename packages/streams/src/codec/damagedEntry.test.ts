import { eventIdOf, type LoggedEvent, timeOfIdentity } from '@trove/core';
import { playEvent, published } from '@trove/testkit';
import { describe, expect, it } from 'vitest';
import { damagedEntry } from './damagedEntry.js';
import { EntryView } from './entryView.js';
import { EntryWriter } from './entryWriter.js';
import { createIdentities } from './identities.js';
import { AT, KEY_BYTES, ROW_BYTES } from './logFields.js';
import { decodeEntry } from './logLayout.js';
import { UnknownWriter } from './unknownWriter.js';

const { hasher } = await createIdentities();
const MS = 1_790_000_000_000;
const place = { id: `${MS}-7`, appendedAtUs: MS * 1_000 };

const scan = (number: number) => playEvent('code.scanned.v1', { code: 'CLOCK' }, { number });

function blobOf(events: readonly LoggedEvent[]): Buffer {
  const writer = new EntryWriter(hasher);
  for (const event of events) writer.addLogged(event);
  return writer.finish('door-1');
}

/** Where a field of an event's row stands. */
function placeIn(blob: Buffer, index: number, field: number): number {
  const view = new EntryView(blob);
  return view.keyAt(0) + view.count * KEY_BYTES + index * ROW_BYTES + field;
}

const damaged = (blob: Buffer) => damagedEntry({ ...place, blob }, 'torn');

describe('a damaged entry', () => {
  it('P6 hands on what can be read, and stands in under the ids of the others', () => {
    const events = [scan(1), scan(2), scan(3)];
    const blob = blobOf(events);
    blob.writeUInt16LE(0xffff, placeIn(blob, 1, AT.team));
    expect(() => decodeEntry(blob)).toThrow(RangeError);
    const entry = damaged(blob);
    expect(entry).toMatchObject({ ...place, door: 'door-1', isReplay: false, damage: 'torn' });
    expect([entry.events[0], entry.events[2]]).toEqual([events[0], events[2]]);
    const { identity, hunt } = scan(2);
    expect(entry.events[1]).toMatchObject({ identity, hunt, team: '', data: {} });
  });

  it('P6 stands in for what could be read and not be written on', () => {
    const blob = blobOf([scan(1), scan(2)]);
    blob.writeDoubleLE(Number.NaN, placeIn(blob, 0, AT.time));
    expect(damaged(blob).events[0]).toMatchObject({ timeMs: MS, team: '' });
    const control = damaged(blobOf([published('a'.repeat(64), 1)])).events[0];
    expect(control).toMatchObject({ type: 'location.reported.v1', hunt: 'test-hunt' });
  });

  it('P6 keeps the number of its events where its beginning tells it, and never none', () => {
    const torn = blobOf([scan(1), scan(2), scan(3)]).subarray(0, 40);
    const { events } = damaged(torn);
    expect(new Set(events.map(({ identity }) => identity)).size).toBe(3);
    const ids = events.map(({ identity }) => eventIdOf(identity));
    expect(ids).toEqual(damaged(torn).events.map(({ identity }) => eventIdOf(identity)));
    expect(timeOfIdentity(events[0]?.identity ?? '')).toBe(MS);
    for (const blob of [Buffer.alloc(0), Buffer.from([3]), Buffer.alloc(30, 0xff)]) {
      expect(damaged(blob).events).toHaveLength(1);
      expect(damaged(blob).events[0]).toMatchObject({ hunt: '', source: '' });
    }
  });

  it('P6 is not what a newer program wrote', () => {
    const blob = blobOf([scan(1)]);
    const typed = Buffer.from(blob);
    typed.writeUInt8(200, placeIn(blob, 0, AT.type));
    const laidOut = Buffer.from(blob);
    laidOut[0] = 9;
    for (const newer of [typed, laidOut]) expect(() => decodeEntry(newer)).toThrow(UnknownWriter);
  });
});
