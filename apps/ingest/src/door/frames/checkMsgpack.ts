/**
 * Walks a binary frame before anything is made of it: only the plain part of msgpack may stand in
 * it and the records of msgpackr, within bounds. It makes no values, so that what a frame claims
 * to hold costs nothing until it has been seen to be there.
 */
import { isUtf8 } from 'node:buffer';
import { DOOR_LIMITS } from '../../limits.js';

/** What is wrong with a frame, in a few words; undefined when nothing is. */
export function faultOfMsgpack(frame: Buffer): string | undefined {
  const walk = new Walk(frame);
  try {
    walk.value(1);
  } catch (fault) {
    if (fault instanceof Fault) return fault.message;
    throw fault;
  }
  return walk.isAtEnd ? undefined : 'bytes after its end';
}

/** Ends a walk from wherever it is; never leaves this file. */
class Fault extends Error {}

/** A record's fields: how many, and how long their names are together. */
interface Shape {
  readonly fields: number;
  readonly nameBytes: number;
}

/** Bytes after the first one, of what has a fixed size. */
const FIXED = new Map([
  [0xc0, 0],
  [0xc2, 0],
  [0xc3, 0],
  [0xca, 4],
  [0xcb, 8],
  [0xcc, 1],
  [0xcd, 2],
  [0xce, 4],
  [0xd0, 1],
  [0xd1, 2],
  [0xd2, 4],
]);
/** Bytes of the length of what has one, by its first byte. */
const TEXT = new Map([
  [0xd9, 1],
  [0xda, 2],
  [0xdb, 4],
]);
const LIST = new Map([
  [0xdc, 2],
  [0xdd, 4],
]);
const MAP = new Map([
  [0xde, 2],
  [0xdf, 4],
]);
/** An extension of one byte whose type is msgpackr's `r`: the definition of a record. */
const FIXEXT_1 = 0xd4;
const RECORD = 0x72;
/** Names as events have them: what could be taken for a part of an object's insides is none. */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;

class Walk {
  private at = 0;
  private readonly shapes = new Map<number, Shape>();
  /** How long the frame would be with all names written out. */
  private writtenOut = 0;

  constructor(private readonly bytes: Buffer) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  value(depth: number): void {
    if (depth > DOOR_LIMITS.frameDepth) throw new Fault('nested too deeply');
    const first = this.byte();
    const shape = this.shapes.get(first);
    if (shape !== undefined) this.record(shape, depth);
    else if (first < 0x80 || first >= 0xe0) return;
    else if (first < 0x90) this.map(first & 0x0f, depth);
    else if (first < 0xa0) this.values(first & 0x0f, depth);
    else if (first < 0xc0) this.text(first & 0x1f);
    else this.sized(first, depth);
  }

  /** What says how long it is after its first byte, or has the one length of its type. */
  private sized(first: number, depth: number): void {
    const fixed = FIXED.get(first);
    if (fixed !== undefined) this.skip(fixed);
    else if (first === 0xcf || first === 0xd3) this.longInteger(first === 0xd3);
    else if (TEXT.has(first)) this.text(this.length(TEXT.get(first)));
    else if (LIST.has(first)) this.values(this.length(LIST.get(first)), depth);
    else if (MAP.has(first)) this.map(this.length(MAP.get(first)), depth);
    else if (first === FIXEXT_1 && this.byte() === RECORD) this.definition(depth);
    else throw new Fault('a type that no event has');
  }

  private values(count: number, depth: number): void {
    for (let i = 0; i < count; i += 1) this.value(depth + 1);
  }

  private map(count: number, depth: number): void {
    this.holdFields(count);
    for (let i = 0; i < count; i += 1) {
      this.name();
      this.value(depth + 1);
    }
  }

  /** The fields of a record, named once, and then its first values. */
  private definition(depth: number): void {
    const id = this.byte();
    if (id < 0x40 || id > 0x7f || this.shapes.has(id)) throw new Fault('a record out of order');
    if (this.shapes.size >= DOOR_LIMITS.frameRecords) throw new Fault('too many kinds of records');
    const first = this.byte();
    const isShort = first >= 0x90 && first < 0xa0;
    const fields = isShort ? first & 0x0f : this.length(LIST.get(first));
    this.holdFields(fields);
    let nameBytes = 0;
    for (let i = 0; i < fields; i += 1) nameBytes += this.name();
    const shape = { fields, nameBytes };
    this.shapes.set(id, shape);
    this.record(shape, depth);
  }

  /** A record names nothing, so that a few bytes can stand for many once they are written out. */
  private record({ fields, nameBytes }: Shape, depth: number): void {
    this.writtenOut += nameBytes;
    if (this.writtenOut > DOOR_LIMITS.frameWrittenOutBytes) throw new Fault('too much in records');
    this.values(fields, depth);
  }

  private holdFields(count: number): void {
    if (count > DOOR_LIMITS.frameFields) throw new Fault('too many fields');
  }

  /** A field's name; answers its length. */
  private name(): number {
    const first = this.byte();
    const isShort = first >= 0xa0 && first < 0xc0;
    const text = this.text(isShort ? first & 0x1f : this.length(TEXT.get(first)));
    if (text.length > DOOR_LIMITS.frameNameBytes || !NAME.test(text.toString('latin1'))) {
      throw new Fault('a field whose name no event has');
    }
    return text.length;
  }

  private text(length: number): Buffer {
    const text = this.skip(length);
    if (!isUtf8(text)) throw new Fault('a text that is not UTF-8');
    return text;
  }

  /** Whole numbers of 64 bits, as far as they are numbers of JSON too. */
  private longInteger(isSigned: boolean): void {
    const bytes = this.skip(8);
    const value = isSigned ? bytes.readBigInt64BE() : bytes.readBigUInt64BE();
    if (!Number.isSafeInteger(Number(value))) throw new Fault('a number above 53 bits');
  }

  private length(size: number | undefined): number {
    if (size === undefined) throw new Fault('a type that no event has');
    return this.skip(size).readUIntBE(0, size);
  }

  private byte(): number {
    return this.skip(1)[0] as number;
  }

  private skip(count: number): Buffer {
    const from = this.at;
    if (from + count > this.bytes.length) throw new Fault('cut off');
    this.at = from + count;
    return this.bytes.subarray(from, this.at);
  }
}
