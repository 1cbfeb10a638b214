/**
 * Names that repeat inside one blob are written once and referred to by number. Names are ASCII by
 * their contracts; anything else is a bug and throws.
 */
import { type ByteWriter, viewOf } from './bytes.js';

const NOT_ASCII = /[^ -~]/;
const FIRST_SLOTS = 1_024;
/** Clients choose names; a start of its own in each process keeps them from choosing collisions. */
const SEED = Math.floor(Math.random() * 0x1_0000_0000);
const FNV_PRIME = 0x0100_0193;

/**
 * The names of the blob that is being written. A `Map` would be filled and emptied with every
 * blob; this table of numbers is emptied at one stroke, and stays in the processor's cache.
 */
export class NameTable {
  private readonly names: string[] = [];
  /** By hash with linear probing: the name's number plus one, 0 where there is none. */
  private slots = new Uint16Array(FIRST_SLOTS);

  /** Begins another blob. */
  clear(): void {
    this.names.length = 0;
    this.slots.fill(0);
  }

  numberOf(text: string): number {
    const { names, slots } = this;
    const mask = slots.length - 1;
    for (let slot = hashOf(text) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) return this.add(text, slot);
      if (names[number] === text) return number;
    }
  }

  private add(text: string, slot: number): number {
    if (NOT_ASCII.test(text)) throw new RangeError('a name with other than ASCII characters');
    const number = this.names.length;
    this.names.push(text);
    this.slots[slot] = number + 1;
    if (this.names.length * 2 > this.slots.length) this.grow();
    return number;
  }

  private grow(): void {
    const slots = new Uint16Array(this.slots.length * 2);
    const mask = slots.length - 1;
    this.names.forEach((text, number) => {
      let slot = hashOf(text) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    });
    this.slots = slots;
  }

  /** How many, their lengths, then their characters in one run. */
  write(writer: ByteWriter): void {
    writer.u16(this.names.length);
    let size = 0;
    for (const { length } of this.names) size += length;
    writer.u32(size);
    for (const { length } of this.names) writer.u16(length);
    for (const text of this.names) writer.latin1(text);
  }
}

/** FNV-1a of the characters, its high bits mixed into the low ones that choose the slot. */
function hashOf(text: string): number {
  let hash = SEED;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  }
  return hash ^ (hash >>> 15);
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
