/** The names of one blob, as its readers see them. */
import type { BlobNames } from './blobNames.js';
import { type ByteWriter, viewOf } from './bytes.js';

const COUNT_BYTES = 2;
const SIZE_BYTES = 4;

/** Where names stand, and those that were asked for. */
interface Found {
  readonly starts: Uint32Array;
  readonly decoded: (string | undefined)[];
  text: string | undefined;
}

/** Decodes a name when somebody asks for it: some readers want only a few. */
export class NameList {
  readonly length: number;
  /** Where the table ends in the blob. */
  readonly end: number;
  private found: Found | undefined;

  constructor(
    private readonly blob: Buffer,
    private readonly from: number,
  ) {
    const view = viewOf(blob);
    this.length = view.getUint16(from, true);
    const textAt = from + COUNT_BYTES + SIZE_BYTES + this.length * 2;
    this.end = textAt + view.getUint32(from + COUNT_BYTES, true);
    if (this.end > blob.length) throw new RangeError('names beyond the end of the blob');
  }

  at(number: number): string {
    this.found ??= this.find();
    const { decoded, starts } = this.found;
    const known = decoded[number];
    if (known !== undefined) return known;
    if (number >= this.length) throw new RangeError(`no name has number ${number}`);
    const textAt = starts[0] as number;
    // One call for all names: cutting pieces off a string is cheaper than asking the buffer often.
    this.found.text ??= this.blob.toString('latin1', textAt, this.end);
    const from = (starts[number] as number) - textAt;
    const name = this.found.text.slice(from, (starts[number + 1] as number) - textAt);
    decoded[number] = name;
    return name;
  }

  /** Lets go of what was found, which takes as much again as the blob; asked, it is found anew. */
  forget(): void {
    this.found = undefined;
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
    this.found ??= this.find();
    const start = this.found.starts[number];
    if (start === undefined) throw new RangeError(`no name has number ${number}`);
    return start;
  }

  private find(): Found {
    const view = viewOf(this.blob);
    const lengthsAt = this.from + COUNT_BYTES + SIZE_BYTES;
    const starts = new Uint32Array(this.length + 1);
    let start = lengthsAt + this.length * 2;
    for (let i = 0; i < this.length; i += 1) {
      starts[i] = start;
      start += view.getUint16(lengthsAt + i * 2, true);
    }
    starts[this.length] = start;
    return { starts, decoded: new Array<string | undefined>(this.length), text: undefined };
  }

  /** -1 when the blob does not name it. */
  indexOf(name: string): number {
    for (let i = 0; i < this.length; i += 1) if (this.at(i) === name) return i;
    return -1;
  }
}
