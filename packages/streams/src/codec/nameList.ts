/** The names of one blob, as its readers see them. */
import type { BlobNames } from './blobNames.js';
import { type ByteWriter, viewOf } from './bytes.js';

const COUNT_BYTES = 2;
const SIZE_BYTES = 4;

/** Decodes a name when somebody asks for it: some readers want only a few. */
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

  /** Writes a name as it stands. */
  copy(writer: ByteWriter, number: number): void {
    const from = this.startOf(number);
    writer.part(this.blob, from, this.startOf(number + 1) - from);
  }

  /** The number that a name has in another blob's table. */
  numberIn(names: BlobNames, number: number): number {
    const from = this.startOf(number);
    return names.numberOf(this.blob, from, this.startOf(number + 1) - from);
  }

  private startOf(number: number): number {
    const start = this.starts[number];
    if (start === undefined) throw new RangeError(`no name has number ${number}`);
    return start;
  }

  /** -1 when the blob does not name it. */
  indexOf(name: string): number {
    for (let i = 0; i < this.length; i += 1) if (this.at(i) === name) return i;
    return -1;
  }
}
