/**
 * Names that repeat inside one blob are written once and referred to by number. Names are ASCII by
 * their contracts; anything else is a bug and throws.
 */
import { type ByteWriter, viewOf } from './bytes.js';

/** Names a table remembers over many blobs, so that a name that comes again is not made again. */
const MAX_KNOWN = 100_000;
const NOT_ASCII = /[^ -~]/;

export interface KnownName {
  readonly text: string;
  /** Its place in the blob that is being written, once it was asked for. */
  number: number;
  blob: number;
  /** Two halves of a hash of the text, made by whoever needs it. */
  isHashed: boolean;
  hashLow: number;
  hashHigh: number;
}

/** The names of the blob that is being written. */
export class NameTable {
  private readonly known = new Map<string, KnownName>();
  private readonly names: KnownName[] = [];
  private blob = 0;

  /** Begins another blob. */
  clear(): void {
    this.blob += 1;
    this.names.length = 0;
    if (this.known.size >= MAX_KNOWN) this.known.clear();
  }

  numberOf(text: string): number {
    return this.nameOf(text).number;
  }

  nameOf(text: string): KnownName {
    let name = this.known.get(text);
    if (name === undefined) {
      if (NOT_ASCII.test(text)) throw new RangeError('a name with other than ASCII characters');
      name = { text, number: 0, blob: -1, isHashed: false, hashLow: 0, hashHigh: 0 };
      this.known.set(text, name);
    }
    if (name.blob !== this.blob) {
      name.blob = this.blob;
      name.number = this.names.length;
      this.names.push(name);
    }
    return name;
  }

  /** How many, their lengths, then their characters in one run. */
  write(writer: ByteWriter): void {
    writer.u16(this.names.length);
    let size = 0;
    for (const { text } of this.names) size += text.length;
    writer.u32(size);
    for (const { text } of this.names) writer.u16(text.length);
    for (const { text } of this.names) writer.latin1(text);
  }
}

const COUNT_BYTES = 2;
const SIZE_BYTES = 4;

/** The names of one blob, decoded when somebody asks: some readers want only a few. */
export class NameList {
  /** Where the table ends in the blob. */
  readonly end: number;
  private readonly starts: Uint32Array;
  private readonly decoded: (string | undefined)[];
  private text: string | undefined;

  constructor(
    private readonly blob: Buffer,
    at: number,
  ) {
    const view = viewOf(blob);
    const count = view.getUint16(at, true);
    const lengthsAt = at + COUNT_BYTES + SIZE_BYTES;
    const textAt = lengthsAt + count * 2;
    this.end = textAt + view.getUint32(at + COUNT_BYTES, true);
    if (this.end > blob.length) throw new RangeError('names beyond the end of the blob');
    this.starts = new Uint32Array(count + 1);
    this.decoded = new Array<string | undefined>(count);
    let start = textAt;
    for (let i = 0; i < count; i += 1) {
      this.starts[i] = start;
      start += view.getUint16(lengthsAt + i * 2, true);
    }
    this.starts[count] = start;
  }

  get length(): number {
    return this.decoded.length;
  }

  at(number: number): string {
    const known = this.decoded[number];
    if (known !== undefined) return known;
    if (number >= this.length) throw new RangeError(`no name has number ${number}`);
    const textAt = this.starts[0] as number;
    // One call for all names: cutting pieces off a string is cheaper than asking the buffer often.
    this.text ??= this.blob.toString('latin1', textAt, this.end);
    const from = (this.starts[number] as number) - textAt;
    const name = this.text.slice(from, (this.starts[number + 1] as number) - textAt);
    this.decoded[number] = name;
    return name;
  }

  /** -1 when the blob does not name it. */
  indexOf(name: string): number {
    for (let i = 0; i < this.length; i += 1) if (this.at(i) === name) return i;
    return -1;
  }
}
