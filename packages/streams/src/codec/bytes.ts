/** A growing byte buffer: the few primitives that both binary layouts are made of. */

const FIRST_SIZE = 16 * 1024;
/** Up to this length a loop beats the call into Node's own writer. */
const SHORT = 48;
const MINUS = 0x2d;
const ZERO = 0x30;

/** Writes little-endian values one after another; reused for many blobs. */
export class ByteWriter {
  /** A plain array, because views of it cost less than views of a Buffer. */
  buffer = new Uint8Array(FIRST_SIZE);
  view = viewOf(this.buffer);
  length = 0;
  /** The same memory, for the writers that only Buffer has. */
  private memory = memoryOf(this.buffer);

  reset(): void {
    this.length = 0;
  }

  /** What was written, until the next write: hash it or copy it at once. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** A copy of what was written, safe to hand to a socket. */
  toBuffer(): Buffer {
    return Buffer.from(this.memory.subarray(0, this.length));
  }

  /** Makes room for a record whose fields the caller sets in `buffer` and `view` by itself. */
  take(size: number): number {
    this.reserve(size);
    const at = this.length;
    this.length = at + size;
    return at;
  }

  u8(value: number): void {
    this.reserve(1);
    this.buffer[this.length] = value;
    this.length += 1;
  }

  u16(value: number): void {
    this.reserve(2);
    this.view.setUint16(this.length, value, true);
    this.length += 2;
  }

  u32(value: number): void {
    this.reserve(4);
    this.view.setUint32(this.length, value, true);
    this.length += 4;
  }

  i32(value: number): void {
    this.reserve(4);
    this.view.setInt32(this.length, value, true);
    this.length += 4;
  }

  f64(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** Characters 0 to 255, a byte each, without a length. */
  latin1(text: string): void {
    const size = text.length;
    this.reserve(size);
    const { buffer, length: at } = this;
    if (size > SHORT) this.memory.write(text, at, 'latin1');
    else for (let i = 0; i < size; i += 1) buffer[at + i] = text.charCodeAt(i);
    this.length = at + size;
  }

  /** One length byte, then the characters; for ASCII texts of at most 255. */
  short(text: string): void {
    this.u8(text.length);
    this.latin1(text);
  }

  /** A name, which is ASCII by its contract; anything else is a bug. */
  ascii(text: string): void {
    const from = this.length;
    this.latin1(text);
    for (let i = from; i < this.length; i += 1) {
      if ((this.buffer[i] as number) > 127) throw new RangeError('a name that is not ASCII');
    }
  }

  /** UTF-8 without a length. */
  text(value: string): void {
    this.reserve(value.length * 3);
    this.length += this.memory.write(value, this.length, 'utf8');
  }

  /** Part of other bytes. Of short parts a loop makes less work than a view of them. */
  part(bytes: Uint8Array, from: number, size: number): void {
    const at = this.take(size);
    const { buffer } = this;
    for (let i = 0; i < size; i += 1) buffer[at + i] = bytes[from + i] as number;
  }

  /** A whole number in decimal digits. */
  digits(value: number): void {
    if (value < 0) this.u8(MINUS);
    let left = Math.abs(value);
    let size = 1;
    for (let power = 10; power <= left; power *= 10) size += 1;
    const at = this.take(size);
    for (let i = size - 1; i >= 0; i -= 1) {
      const rest = Math.floor(left / 10);
      this.buffer[at + i] = ZERO + left - rest * 10;
      left = rest;
    }
  }

  set(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2));
    grown.set(this.bytes);
    this.buffer = grown;
    this.view = viewOf(grown);
    this.memory = memoryOf(grown);
  }
}

function memoryOf({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
