/** What a fuzzer draws from: hostile values and arbitrary ones, in any field of a good event. */
import { CLIENT_MESSAGES } from '@trove/contracts';
import fc from 'fast-check';
import { anyValueText } from './anyValueText.js';
import { HOSTILE_BYTES } from './hostileFloods.js';
import { withField } from './hostilePackets.js';

/** JSON text of an event of which one field, known or not, holds such a value. */
export function anyEventText(event: Readonly<Record<string, unknown>>): fc.Arbitrary<string> {
  const field = fc.oneof(
    fc.constantFrom(...Object.keys(event)),
    fc.constantFrom('__proto__', 'constructor', 'extra'),
  );
  return fc.tuple(field, anyValueText()).map(([name, text]) => withField(event, name, text));
}

/** Bytes of a body: JSON of any kind, any text, any bytes. */
export function anyBody(
  event: Readonly<Record<string, unknown>>,
): fc.Arbitrary<string | Uint8Array<ArrayBuffer>> {
  const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => new Uint8Array(array));
  return fc.oneof(anyEventText(event), anyValueText(), fc.string({ unit: 'binary' }), bytes);
}

/** Bytes of a binary frame: a good one with a few bytes changed, left out or put in, or any. */
export function anyBytes(good: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const place = fc.nat(Math.max(0, good.length - 1));
  const few = fc.uint8Array({ maxLength: 6 });
  const edit = fc.record({ from: place, drop: fc.nat(4), put: few });
  const edited = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
    return edits.reduce((bytes, { from, drop, put }) => {
      return Uint8Array.of(...bytes.slice(0, from), ...put, ...bytes.slice(from + drop));
    }, new Uint8Array(good));
  });
  const cut = place.map((end) => new Uint8Array(good.slice(0, end)));
  const hostile = fc.constantFrom(...HOSTILE_BYTES.map(({ bytes }) => bytes));
  const any = fc.uint8Array({ maxLength: 500 }).map((array) => new Uint8Array(array));
  return fc.oneof({ weight: 4, arbitrary: edited }, cut, hostile, any);
}

/** A Socket.IO packet: a known shape around any value, or any text. */
export function anyFrame(): fc.Arbitrary<string> {
  const head = fc.constantFrom('2/play,0', '2/play,', '3/play,0', '0/play,', '51-/play,0', '2');
  const names = [...Object.keys(CLIENT_MESSAGES), 'disconnect', 'nobody:knows'];
  const name = fc.constantFrom(...names).map(quoted);
  const shaped = fc.tuple(head, name, anyValueText()).map(([start, message, value]) => {
    return `${start}[${message},${value}]`;
  });
  return fc.oneof(shaped, fc.string({ unit: 'binary', maxLength: 200 }));
}

const quoted = (text: string) => JSON.stringify(text);
