/**
 * The names of the blob that is being written, found by their bytes: a door takes them out of
 * packets, and a worker out of log entries, without making strings of them. A name is ASCII by its
 * contract and stands once in a blob, which refers to it by number.
 */
import { ByteWriter } from './bytes.js';

const FIRST_SLOTS = 2_048;
/** Clients choose names; a start of its own in each process keeps them from choosing collisions. */
const SEED = Math.floor(Math.random() * 0x1_0000_0000);
const FNV_PRIME = 0x0100_0193;

export class BlobNames {
  private count = 0;
  private readonly text = new ByteWriter();
  /** Where each name begins in `text`; one more than there are names. */
  private starts = new Uint32Array(FIRST_SLOTS);
  private hashes = new Int32Array(FIRST_SLOTS);
  /** By hash with linear probing: the name's number plus one, 0 where there is none. */
  private slots = new Uint16Array(FIRST_SLOTS);
  /** Names that were given as strings: a few, again and again. */
  private readonly strings = new Map<string, number>();
  private readonly scratch = new ByteWriter();

  /** Begins another blob. */
  clear(): void {
    this.count = 0;
    this.strings.clear();
    this.text.reset();
    this.slots.fill(0);
  }

  /** The number of a name; throws when it is not ASCII. */
  numberOfText(text: string): number {
    const known = this.strings.get(text);
    if (known !== undefined) return known;
    const { scratch } = this;
    scratch.reset();
    scratch.ascii(text);
    const number = this.numberOf(scratch.buffer, 0, scratch.length);
    this.strings.set(text, number);
    return number;
  }

  /** The number of the name that these ASCII bytes are. */
  numberOf(bytes: Uint8Array, at: number, size: number): number {
    let hash = SEED;
    for (let i = 0; i < size; i += 1) {
      hash = Math.imul(hash ^ (bytes[at + i] as number), FNV_PRIME);
    }
    hash ^= hash >>> 15;
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) return this.add(bytes, { at, size, hash, slot });
      if (hashes[number] === hash && this.isSame(number, bytes, { at, size })) return number;
    }
  }

  /** How many, their lengths, then their characters in one run: what `NameList` reads. */
  write(writer: ByteWriter): void {
    const { count, starts, text } = this;
    writer.u16(count);
    writer.u32(text.length);
    for (let i = 0; i < count; i += 1) {
      writer.u16((starts[i + 1] as number) - (starts[i] as number));
    }
    writer.set(text.bytes);
  }

  private isSame(number: number, bytes: Uint8Array, { at, size }: { at: number; size: number }) {
    const from = this.starts[number] as number;
    if ((this.starts[number + 1] as number) - from !== size) return false;
    const known = this.text.buffer;
    for (let i = 0; i < size; i += 1) if (known[from + i] !== bytes[at + i]) return false;
    return true;
  }

  private add(
    bytes: Uint8Array,
    { at, size, hash, slot }: { at: number; size: number; hash: number; slot: number },
  ): number {
    const number = this.count;
    const from = this.text.take(size);
    const { buffer } = this.text;
    for (let i = 0; i < size; i += 1) buffer[from + i] = bytes[at + i] as number;
    this.starts[number] = from;
    this.starts[number + 1] = from + size;
    this.hashes[number] = hash;
    this.slots[slot] = number + 1;
    this.count += 1;
    if (this.count * 2 >= this.slots.length) this.grow();
    return number;
  }

  private grow(): void {
    const size = this.slots.length * 2;
    const starts = new Uint32Array(size);
    starts.set(this.starts);
    const hashes = new Int32Array(size);
    hashes.set(this.hashes);
    this.starts = starts;
    this.hashes = hashes;
    this.slots = new Uint16Array(size);
    for (let number = 0; number < this.count; number += 1) {
      let slot = (hashes[number] as number) & (size - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.slots[slot] = number + 1;
    }
  }
}
