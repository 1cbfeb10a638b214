/**
 * The bytes of one log entry and where in them everything stands. It is written once by a door and
 * read by every worker that replays the log, so its first byte is a version, and a version once
 * written stays readable.
 */
import type { SequencePlace } from '@trove/contracts';
import type { EventTrace, LoggedEvent } from '@trove/core';
import { hasFlag, layoutOf } from './blobFlags.js';
import { viewOf } from './bytes.js';
import { DATA_CODECS, type DataCodec, type DataSource, readCustom } from './eventData.js';
import {
  AT,
  DIGEST_BYTES,
  IDENTITY_BYTES,
  KEY_BYTES,
  LOG_LAYOUT,
  PACKET_BYTES,
  ROW_BYTES,
} from './logFields.js';
import { NameList } from './nameList.js';
import { readSequences } from './sequences.js';
import { readTraces } from './traces.js';
import { CUSTOM_TYPE, typeOfNumber } from './types.js';
import { UnknownWriter } from './unknownWriter.js';

interface PacketView {
  /** Number of the source's name. */
  readonly number: number;
  readonly source: string;
  readonly sentAtMs: number;
  readonly receivedAtUs: number;
}

export class EntryView {
  readonly door: string;
  readonly isReplay: boolean;
  readonly count: number;
  readonly names: NameList;
  private readonly view: DataView;
  private readonly packets: readonly PacketView[];
  private readonly keysAt: number;
  private readonly rowsAt: number;
  private readonly dataAt: number;
  private readonly keys: string;
  private readonly source: BlobSource;
  private readonly sequences: ReadonlyMap<number, SequencePlace> | undefined;

  /** Throws an `UnknownWriter` on a layout it does not know, and on a blob that ends too early. */
  constructor(readonly blob: Buffer) {
    if (layoutOf(blob) !== LOG_LAYOUT) {
      throw new UnknownWriter(`log entry has layout ${blob[0]}, expected ${LOG_LAYOUT}`);
    }
    const view = viewOf(blob);
    const doorEnd = 2 + view.getUint8(1);
    this.view = view;
    this.isReplay = hasFlag(blob, 'replay');
    this.door = blob.toString('latin1', 2, doorEnd);
    this.count = view.getUint16(doorEnd, true);
    const packets = view.getUint16(doorEnd + 2, true);
    this.names = new NameList(blob, doorEnd + 4);
    this.keysAt = this.names.end + packets * PACKET_BYTES;
    this.rowsAt = this.keysAt + this.count * KEY_BYTES;
    this.dataAt = this.rowsAt + this.count * ROW_BYTES;
    if (this.dataAt > blob.length) throw new RangeError('rows beyond the end of the blob');
    this.packets = Array.from({ length: packets }, (_, i) => this.readPacket(i));
    this.keys = blob.toString('latin1', this.keysAt, this.rowsAt);
    this.source = new BlobSource(blob, view, this.names);
    this.sequences = readSequences(blob, this.names);
  }

  /** Trace contexts that its events carry; undefined when none does. */
  get traces(): readonly EventTrace[] | undefined {
    return readTraces(this.blob);
  }

  /** Where an event stands among those of its device; undefined when it does not say. */
  sequence(index: number): SequencePlace | undefined {
    return this.sequences?.get(index);
  }

  identity(index: number): string {
    return this.keys.slice(index * KEY_BYTES, index * KEY_BYTES + IDENTITY_BYTES);
  }

  digest(index: number): string {
    const at = index * KEY_BYTES + IDENTITY_BYTES;
    return this.keys.slice(at, at + DIGEST_BYTES);
  }

  /** Where identity and digest of an event stand in the blob. */
  keyAt(index: number): number {
    return this.keysAt + index * KEY_BYTES;
  }

  /** Number of one of an event's names; `column` is a place in its row. */
  nameNumber(index: number, column: number): number {
    return this.view.getUint16(this.rowAt(index) + column, true);
  }

  name(index: number, column: number): string {
    return this.names.at(this.nameNumber(index, column));
  }

  type(index: number): LoggedEvent['type'] {
    const number = this.view.getUint8(this.rowAt(index) + AT.type);
    return number === CUSTOM_TYPE ? readCustom(this.sourceAt(index)).type : typeOfNumber(number);
  }

  timeMs(index: number): number {
    return this.view.getFloat64(this.rowAt(index) + AT.time, true);
  }

  packet(index: number): PacketView {
    const packet = this.packets[this.nameNumber(index, AT.packet)];
    if (packet === undefined) throw new RangeError('an event of no packet');
    return packet;
  }

  data(index: number): unknown {
    const source = this.sourceAt(index);
    const number = this.view.getUint8(this.rowAt(index) + AT.type);
    if (number === CUSTOM_TYPE) return readCustom(source).data;
    return (DATA_CODECS[typeOfNumber(number)] as DataCodec<unknown>).read(source);
  }

  /** The one source of this entry, where the data of an event begins. */
  private sourceAt(index: number): DataSource {
    this.source.at = this.dataAt + this.view.getUint32(this.rowAt(index) + AT.data, true);
    return this.source;
  }

  private rowAt(index: number): number {
    return this.rowsAt + index * ROW_BYTES;
  }

  private readPacket(index: number): PacketView {
    const at = this.names.end + index * PACKET_BYTES;
    const number = this.view.getUint16(at, true);
    return {
      number,
      source: this.names.at(number),
      sentAtMs: this.view.getFloat64(at + 2, true),
      receivedAtUs: this.view.getFloat64(at + 10, true),
    };
  }
}

/** Reading beyond the end throws a RangeError. */
class BlobSource implements DataSource {
  at = 0;

  constructor(
    private readonly blob: Buffer,
    private readonly view: DataView,
    private readonly names: NameList,
  ) {}

  number(): number {
    const value = this.view.getFloat64(this.at, true);
    this.at += 8;
    return value;
  }

  name(): string {
    const name = this.names.at(this.view.getUint16(this.at, true));
    this.at += 2;
    return name;
  }

  text(): string {
    const from = this.at + 2;
    const end = from + this.view.getUint16(this.at, true);
    if (end > this.blob.length) throw new RangeError('text beyond the end of the blob');
    this.at = end;
    return this.blob.toString('utf8', from, end);
  }
}
