/** A growing byte buffer and its reader: the few primitives both binary layouts are made of. */

const FIRST_SIZE = 64 * 1024;

/** Writes little-endian values one after another; reused for many blobs. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafe(FIRST_SIZE);
  length = 0;

  reset(): void {
    this.length = 0;
  }

  /** A copy of what was written, safe to hand to a socket. */
  toBuffer(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length));
  }

  u8(value: number): void {
    this.reserve(1);
    this.buffer[this.length] = value;
    this.length += 1;
  }

  u16(value: number): void {
    this.reserve(2);
    this.length = this.buffer.writeUInt16LE(value, this.length);
  }

  u32(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeUInt32LE(value, this.length);
  }

  i32(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeInt32LE(value, this.length);
  }

  f64(value: number): void {
    this.reserve(8);
    this.length = this.buffer.writeDoubleLE(value, this.length);
  }

  /** Characters 0 to 255, a byte each, without a length. */
  latin1(text: string): void {
    this.reserve(text.length);
    this.length += this.buffer.write(text, this.length, 'latin1');
  }

  /** One length byte, then the characters; for ASCII texts of at most 255. */
  short(text: string): void {
    this.u8(text.length);
    this.latin1(text);
  }

  /** Two length bytes, then UTF-8; for texts of at most 65,535 bytes. */
  utf8(text: string): void {
    this.reserve(2 + text.length * 3);
    const written = this.buffer.write(text, this.length + 2, 'utf8');
    this.buffer.writeUInt16LE(written, this.length);
    this.length += 2 + written;
  }

  /** Four length bytes, then UTF-8. */
  long(text: string): void {
    this.reserve(4 + text.length * 3);
    const written = this.buffer.write(text, this.length + 4, 'utf8');
    this.buffer.writeUInt32LE(written, this.length);
    this.length += 4 + written;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(grown, 0, 0, this.length);
    this.buffer = grown;
  }
}

/** Reads what ByteWriter wrote. Reading past the end throws a RangeError. */
export class ByteReader {
  at = 0;

  constructor(readonly buffer: Buffer) {}

  u8(): number {
    const value = this.buffer.readUInt8(this.at);
    this.at += 1;
    return value;
  }

  u16(): number {
    const value = this.buffer.readUInt16LE(this.at);
    this.at += 2;
    return value;
  }

  u32(): number {
    const value = this.buffer.readUInt32LE(this.at);
    this.at += 4;
    return value;
  }

  f64(): number {
    const value = this.buffer.readDoubleLE(this.at);
    this.at += 8;
    return value;
  }

  latin1(length: number): string {
    const end = this.at + length;
    if (end > this.buffer.length) throw new RangeError('text beyond the end of the blob');
    const text = this.buffer.toString('latin1', this.at, end);
    this.at = end;
    return text;
  }

  short(): string {
    return this.latin1(this.u8());
  }

  u16s(count: number): Uint16Array {
    const values = new Uint16Array(count);
    for (let i = 0; i < count; i += 1) values[i] = this.u16();
    return values;
  }

  /** What `utf8` wrote. */
  utf8(): string {
    return this.text(this.u16());
  }

  /** What `long` wrote. */
  long(): string {
    return this.text(this.u32());
  }

  private text(length: number): string {
    const end = this.at + length;
    if (end > this.buffer.length) throw new RangeError('text beyond the end of the blob');
    const text = this.buffer.toString('utf8', this.at, end);
    this.at = end;
    return text;
  }
}

/** Names that repeat inside one blob are written once and referred to by number. */
export class StringTable {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.list.length;
    this.list.push(text);
    this.numbers.set(text, number);
    return number;
  }

  clear(): void {
    this.list.length = 0;
    this.numbers.clear();
  }

  write(writer: ByteWriter): void {
    writer.u16(this.list.length);
    for (const text of this.list) writer.utf8(text);
  }

  static read(reader: ByteReader): string[] {
    const count = reader.u16();
    const list: string[] = new Array<string>(count);
    for (let i = 0; i < count; i += 1) list[i] = reader.utf8();
    return list;
  }
}

/** The names of one blob, decoded when somebody asks: most readers want only a few. */
export class NameList {
  private readonly starts: Uint32Array;
  private readonly decoded: (string | undefined)[];
  private readonly buffer: Buffer;

  /** Reads past the table, which may stand anywhere in the reader's blob. */
  constructor(reader: ByteReader) {
    const count = reader.u16();
    this.buffer = reader.buffer;
    this.starts = new Uint32Array(count);
    this.decoded = new Array<string | undefined>(count);
    for (let i = 0; i < count; i += 1) {
      this.starts[i] = reader.at;
      reader.at += 2 + reader.buffer.readUInt16LE(reader.at);
    }
  }

  get length(): number {
    return this.starts.length;
  }

  at(number: number): string {
    const known = this.decoded[number];
    if (known !== undefined) return known;
    const start = this.starts[number];
    if (start === undefined) throw new RangeError(`no name has number ${number}`);
    const from = start + 2;
    const text = this.buffer.toString('utf8', from, from + this.buffer.readUInt16LE(start));
    this.decoded[number] = text;
    return text;
  }

  /** -1 when the blob does not name it. */
  indexOf(name: string): number {
    for (let i = 0; i < this.length; i += 1) if (this.at(i) === name) return i;
    return -1;
  }
}
