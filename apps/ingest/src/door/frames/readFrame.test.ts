import { anyBytes } from '@trove/testkit';
import fc from 'fast-check';
import { Packr } from 'msgpackr';
import { describe, expect, it } from 'vitest';
import { faultOfMsgpack } from './checkMsgpack.js';
import { readFrame } from './readFrame.js';

const packet = (count: number) => ({
  specversion: '1.0',
  source: '/hunts/h/players/p',
  sentAt: '2026-01-01T00:00:00.000Z',
  events: Array.from({ length: count }, (_, at) => ({
    id: `018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    data: { lat: 53.5, lon: -9.9, accuracyM: 70 + at, answer: 'größe 🗝', flag: at % 2 === 0 },
  })),
});
const records = new Packr({ useRecords: true });
const maps = new Packr({ useRecords: false });
const bytes = (...parts: (number | number[] | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'number' ? [part] : part)));
const text = (value: string) => bytes(0xa0 + value.length, Buffer.from(value));
/** An array of so many ones inside each other. */
const nested = (depth: number) => bytes(new Array<number>(depth).fill(0x91), 0x01);

describe('a frame that is read', () => {
  it.each([
    ['records', records],
    ['maps', maps],
  ])('is the packet that was packed, as %s', (_, packer) => {
    for (const count of [1, 2, 3, 100, 500]) {
      expect(readFrame(packer.pack(packet(count)))).toEqual({ ok: true, value: packet(count) });
    }
  });

  it('has whole numbers of every width as numbers', () => {
    const frame = bytes(
      ...[0x95, 0xcf, [0, 0, 0, 1, 0, 0, 0, 0], 0xd3, new Array<number>(8).fill(0xff)],
      ...[0xcd, [1, 0], 0xe0, 0x40],
    );
    expect(readFrame(frame)).toEqual({ ok: true, value: [2 ** 32, -1, 256, -32, 64] });
  });
});

describe('a hostile frame is refused', () => {
  const record = (id: number, ...names: string[]) =>
    bytes(
      0xd4,
      0x72,
      id,
      0x90 + names.length,
      ...names.map(text),
      names.map(() => 0xc0),
    );
  const many = (count: number, part: Buffer) => {
    const head = Buffer.alloc(3);
    head[0] = 0xdc;
    head.writeUInt16BE(count, 1);
    return Buffer.concat([head, ...new Array<Buffer>(count).fill(part)]);
  };
  const amplified = Buffer.concat([
    bytes(0x92),
    bytes(0xd4, 0x72, 0x40, 0x9f, ...new Array<Buffer>(15).fill(text('n'.repeat(31)))),
    bytes(new Array<number>(15).fill(0xc0)),
    many(10_000, bytes(0x40, new Array<number>(15).fill(0xc0))),
  ]);

  it.each([
    ['nested deeply', nested(200_000), 'nested too deeply'],
    ['a text of 4 GB that is not there', bytes(0xdb, [0xff, 0xff, 0xff, 0xff]), 'cut off'],
    ['a list of 4 billion', bytes(0xdd, [0xff, 0xff, 0xff, 0xff]), 'cut off'],
    ['a map of 4 billion', bytes(0xdf, [0xff, 0xff, 0xff, 0xff]), 'too many fields'],
    ['cut off in the middle', records.pack(packet(3)).subarray(0, 90), 'cut off'],
    ['nothing at all', bytes(), 'cut off'],
    ['more than one value', bytes(0x01, 0x01), 'bytes after its end'],
    ['bytes', bytes(0xc4, 1, 0), 'a type that no event has'],
    ['a date', new Packr().pack(new Date(0)), 'a type that no event has'],
    ['a regular expression', bytes(0xd7, 0x78, [0, 0, 0, 0, 0, 0, 0, 0]), 'a type that'],
    ['the type that is never used', bytes(0xc1), 'a type that no event has'],
    ['half a letter', bytes(0xa1, 0xc3), 'a text that is not UTF-8'],
    ['a number that JSON lacks', bytes(0xcf, new Array<number>(8).fill(0x7f)), 'above 53 bits'],
    ['a field that is a number', bytes(0x81, 1, 1), 'a type that no event has'],
    ['__proto__', bytes(0x81, text('__proto__'), 0x80), 'whose name no event has'],
    ['__proto__ in a record', record(0x40, '__proto__'), 'whose name no event has'],
    ['code for a name', record(0x40, 'a(){'), 'whose name no event has'],
    ['an endless name', bytes(0x81, 0xd9, 65, Buffer.alloc(65, 'n'), 1), 'whose name no'],
    ['a record twice', bytes(0x92, record(0x40, 'a'), record(0x40, 'b')), 'a record out of order'],
    ['a record outside the table', record(0x80, 'a'), 'a record out of order'],
    [
      'a table of records',
      Buffer.concat([
        bytes(0xdc, [0, 33]),
        ...Array.from({ length: 33 }, (_, at) => record(0x40 + at, 'a')),
      ]),
      'too many kinds of records',
    ],
    ['few bytes that stand for many', amplified, 'too much in records'],
  ])('%s', (_, frame, fault) => {
    expect(faultOfMsgpack(frame)).toContain(fault);
    expect(readFrame(frame)).toMatchObject({ ok: false, error: { code: 'malformed' } });
  });

  it('above the size of a frame, without a look at it', () => {
    const frame = Buffer.alloc(256 * 1024 + 1);
    expect(readFrame(frame)).toMatchObject({ ok: false, error: { code: 'too_large' } });
  });
});

it.each([
  ['records', records],
  ['maps', maps],
])('never throws and makes no insides of objects, whatever becomes of bytes of %s', (_, packer) => {
  const property = fc.property(anyBytes(packer.pack(packet(4))), (bytes) => {
    const read = readFrame(Buffer.from(bytes));
    if (!read.ok) expect(read.error.code).toMatch(/^(malformed|too_large)$/);
    else expect(prototypesIn(read.value)).toEqual([]);
  });
  fc.assert(property, { numRuns: 2_000 });
});

/** What stands in a value beside plain objects, lists, texts, numbers, booleans and null. */
function prototypesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === Array.prototype;
  return [...(isPlain ? [] : [prototype]), ...Object.values(value).flatMap(prototypesIn)];
}
