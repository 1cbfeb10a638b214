/** Trace contexts ride at the end of entries, and entries without any take no byte for them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { BLOB_FLAGS } from './blobFlags.js';
import { EntryView } from './entryView.js';
import { EntryWriter } from './entryWriter.js';
import { createIdentities, type Identities } from './identities.js';
import { decodeEntry } from './logLayout.js';
import type { PacketStamp } from './stampedEvent.js';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const OTHER = '00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-00';
let identities: Identities;
let stamp: PacketStamp;

beforeAll(async () => {
  identities = await createIdentities();
  const sourceHash = identities.sourceHash('/test');
  stamp = { source: '/test', sourceHash, sentAtMs: 1, receivedAtUs: 2 };
});

function eventOf(number: number, traceparent?: string) {
  return {
    id: `01890a5d-ac96-774b-bcce-b302099a80${number}${number}`,
    type: 'code.scanned.v1' as const,
    hunt: 'night',
    player: 'ada',
    team: 'herons',
    data: { code: `CODE-${number}` },
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

function entryOf(traces: readonly (string | undefined)[], packet = stamp): Buffer {
  const writer = new EntryWriter(identities.hasher);
  traces.forEach((trace, i) => {
    writer.addStamped(eventOf(i, trace), 1000, packet);
  });
  return writer.finish('door-1');
}

describe('trace contexts', () => {
  it('come back with the place of their event, beside everything else', () => {
    const { events, traces } = decodeEntry(entryOf([undefined, TRACE, undefined, OTHER]));
    expect(traces).toEqual([
      { index: 1, traceparent: TRACE },
      { index: 3, traceparent: OTHER },
    ]);
    expect(events.map(({ data }) => data)).toEqual(
      [0, 1, 2, 3].map((i) => ({ code: `CODE-${i}` })),
    );
  });

  it('are no part of the content, and cost nothing where there are none', () => {
    const plain = entryOf([undefined, undefined]);
    const traced = entryOf([undefined, TRACE]);
    expect(decodeEntry(plain).traces).toBeUndefined();
    expect(traced.length - plain.length).toBe(29);
    expect(traced.subarray(1, plain.length)).toEqual(plain.subarray(1));
    expect(new EntryView(traced).digest(1)).toBe(new EntryView(plain).digest(1));
  });

  it.each([
    ['not a traceparent', 'hello'],
    ['no trace id', '00-00000000000000000000000000000000-b7ad6b7169203331-01'],
    ['no parent', '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01'],
    ['the version that never is', TRACE.replace('00-', 'ff-')],
    ['capitals', TRACE.toUpperCase()],
  ])('that are malformed (%s) are ignored', (_, text) => {
    expect(entryOf([text])).toEqual(entryOf([undefined]));
  });

  it('of a later version are kept as far as this one knows them', () => {
    const later = `${TRACE.replace('00-', '01-')}-more`;
    expect(decodeEntry(entryOf([later])).traces).toEqual([{ index: 0, traceparent: TRACE }]);
  });

  it('are replaced by the packet’s', () => {
    const retraced = { ...stamp, retrace: () => OTHER };
    expect(decodeEntry(entryOf([TRACE], retraced)).traces).toEqual([
      { index: 0, traceparent: OTHER },
    ]);
  });

  it('of a damaged entry are a fault, not a guess', () => {
    const blob = entryOf([undefined]);
    blob[0] = (blob[0] ?? 0) | BLOB_FLAGS.traced;
    blob.writeUInt16LE(9_999, blob.length - 2);
    expect(() => decodeEntry(blob)).toThrow(RangeError);
  });
});
