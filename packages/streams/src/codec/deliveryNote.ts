/**
 * The binary layout of one entry of `deliveries`: which rows of which commits a door has pushed to
 * somebody, and how far players' devices have said that they are.
 */
import { type ByteWriter, viewOf } from './bytes.js';

/** What one door pushed of one commit. */
export interface PushNote {
  readonly epoch: number;
  /** The commit's place: position of the next undecided event. */
  readonly offset: number;
  readonly pushedAtUs: number;
  /** Rows of the commit. */
  readonly rows: number;
  /** A bit a row, least first, of those that a socket listened to; undefined: all of them. */
  readonly heard: Uint8Array | undefined;
}

/** A device has had all results after one place and up to another. */
export interface SeenNote {
  readonly hunt: string;
  readonly player: string;
  readonly epoch: number;
  /** Where the device's connection began: what stands before it was not pushed to it. */
  readonly since: number;
  readonly offset: number;
  readonly seenAtUs: number;
}

export interface DeliveryNote {
  readonly pushes: readonly PushNote[];
  readonly seen: readonly SeenNote[];
}

const LAYOUT = 1;
const COUNTS_BYTES = 5;
const NUMBER_BYTES = 8;

/** Overwrites what the writer holds. At most 65,535 of either kind. */
export function encodeDelivery(writer: ByteWriter, { pushes, seen }: DeliveryNote): Buffer {
  writer.reset();
  writer.u8(LAYOUT);
  writer.u16(pushes.length);
  writer.u16(seen.length);
  for (const { epoch, offset, pushedAtUs, rows, heard } of pushes) {
    writer.f64(epoch);
    writer.f64(offset);
    writer.f64(pushedAtUs);
    writer.u16(rows);
    writer.u8(heard === undefined ? 1 : 0);
    if (heard !== undefined) writer.set(heard);
  }
  for (const { hunt, player, epoch, since, offset, seenAtUs } of seen) {
    writer.short(hunt);
    writer.short(player);
    for (const number of [epoch, since, offset, seenAtUs]) writer.f64(number);
  }
  return writer.toBuffer();
}

/** Throws a RangeError on an entry that ends too early, and on a layout that is not known. */
export function decodeDelivery(blob: Buffer): DeliveryNote {
  if (blob[0] !== LAYOUT) throw new RangeError(`delivery note has layout ${blob[0]}`);
  const reader = new NoteReader(blob);
  const counts = [blob.readUInt16LE(1), blob.readUInt16LE(3)] as const;
  return {
    pushes: Array.from({ length: counts[0] }, () => reader.push()),
    seen: Array.from({ length: counts[1] }, () => reader.seen()),
  };
}

class NoteReader {
  private at = COUNTS_BYTES;
  private readonly view: DataView;

  constructor(private readonly blob: Buffer) {
    this.view = viewOf(blob);
  }

  push(): PushNote {
    const [epoch, offset, pushedAtUs] = [this.number(), this.number(), this.number()];
    const rows = this.view.getUint16(this.at, true);
    const isWhole = this.view.getUint8(this.at + 2) === 1;
    this.at += 3;
    const bytes = isWhole ? 0 : Math.ceil(rows / 8);
    const heard = isWhole ? undefined : this.blob.subarray(this.at, this.at + bytes);
    this.at += bytes;
    return { epoch, offset, pushedAtUs, rows, heard };
  }

  seen(): SeenNote {
    const [hunt, player] = [this.text(), this.text()];
    const [epoch, since, offset] = [this.number(), this.number(), this.number()];
    return { hunt, player, epoch, since, offset, seenAtUs: this.number() };
  }

  private number(): number {
    const value = this.view.getFloat64(this.at, true);
    this.at += NUMBER_BYTES;
    return value;
  }

  private text(): string {
    const end = this.at + 1 + this.view.getUint8(this.at);
    const text = this.blob.toString('latin1', this.at + 1, end);
    this.at = end;
    return text;
  }
}

/** Whether a socket listened to a row of the commit. */
export function isHeard({ rows, heard }: PushNote, row: number): boolean {
  if (row >= rows) return false;
  return heard === undefined || ((heard[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

/** Whether a device that said this has had the result of an event at a position. */
export function isSeen({ epoch, since, offset }: SeenNote, at: EventPlace): boolean {
  return at.epoch === epoch && at.position >= since && at.position < offset;
}

export interface EventPlace {
  readonly epoch: number;
  readonly position: number;
}
