/**
 * Writes one log entry event by event, straight from what the door has checked: no event becomes
 * an object of its own on the way. Numbers stand in rows of one size and keys in one run, because
 * both are read much faster than fields of many sizes.
 */
import {
  DATA_FIELDS,
  type DataField,
  parseDeviceSequence,
  type SequencePlace,
} from '@trove/contracts';
import type { EventTrace, LoggedEvent } from '@trove/core';
import { BLOB_FLAGS } from './blobFlags.js';
import { BlobNames } from './blobNames.js';
import { ByteWriter } from './bytes.js';
import { ContentDigest } from './contentDigest.js';
import { type EventColumns, FLOATS, INT } from './eventColumns.js';
import { type DataSink, writeData } from './eventData.js';
import { type Hasher, writeEventId, writeEventIdBytes } from './identities.js';
import { AT, ID_BYTES, LOG_LAYOUT, ROW_BYTES } from './logFields.js';
import { type SequenceRow, writeSequences } from './sequences.js';
import type { PacketStamp, Said, StampedEvent } from './stampedEvent.js';
import { isTraceparent, writeTraces } from './traces.js';
import { numberOfType } from './types.js';

export class EntryWriter {
  /** Events written so far. */
  count = 0;
  private packets = 0;
  private packet: PacketStamp | undefined;
  private traces: EventTrace[] = [];
  private sequences: SequenceRow[] = [];
  private readonly names = new BlobNames();
  private readonly packetRows = new ByteWriter();
  private readonly keys = new ByteWriter();
  private readonly rows = new ByteWriter();
  private readonly data = new ByteWriter();
  private readonly whole = new ByteWriter();
  private readonly scratch = new ByteWriter();
  /** Of the packet whose events are being written. */
  private readonly sourceHash = new ByteWriter();
  private readonly digest: ContentDigest;
  private readonly sink: DataSink;

  constructor(hasher: Hasher) {
    this.digest = new ContentDigest(hasher);
    this.sink = {
      number: (value) => this.number(value),
      name: (value) => this.data.u16(this.nameOf(value)),
      text: (value) => {
        const { scratch } = this;
        scratch.reset();
        scratch.text(value);
        this.text(scratch.buffer, 0, scratch.length);
      },
    };
    this.begin();
  }

  /** One event of a scanned packet. */
  addScanned(columns: EventColumns, index: number, packet: PacketStamp): void {
    const { bytes } = columns;
    const { keys } = this;
    const type = columns.int(index, INT.type);
    if (columns.int(index, INT.device + 1) > 0) this.sequence(columns.text(index, INT.device));
    this.addPacket(packet);
    const key = keys.take(ID_BYTES);
    writeEventIdBytes(keys.buffer, key, { bytes, at: columns.int(index, INT.id) });
    keys.part(this.sourceHash.buffer, 0, this.sourceHash.length);
    this.digest.begin(type, columns.timeMs(index));
    const hunt = this.nameAt(columns, index, INT.hunt);
    const player = this.nameAt(columns, index, INT.player);
    const team = this.nameAt(columns, index, INT.team);
    this.addRow({ type, timeMs: columns.timeMs(index), hunt, player, team });
    const fields = FIELDS_BY_TYPE[type] as readonly DataField[];
    for (let field = 0; field < fields.length; field += 1) {
      const at = INT.fields + field * 2;
      switch ((fields[field] as DataField).kind) {
        case 'number':
          this.number(columns.floats[index * FLOATS + 1 + field] as number);
          break;
        case 'name':
          this.data.u16(this.nameAt(columns, index, at));
          break;
        case 'text':
          this.text(bytes, columns.int(index, at), columns.int(index, at + 1));
      }
    }
    this.digest.writeTo(keys);
  }

  /** An event whose contract was checked; its identity and digest are made here. */
  addStamped(event: StampedEvent, timeMs: number, packet: PacketStamp): void {
    const { keys } = this;
    if (event.traceparent !== undefined) this.trace(event, packet);
    if (event.device !== undefined) this.sequence(event.device);
    this.addPacket(packet);
    const at = keys.take(ID_BYTES);
    writeEventId(keys.buffer, at, event.id);
    keys.part(this.sourceHash.buffer, 0, this.sourceHash.length);
    this.addSaid(event, timeMs);
    this.digest.writeTo(keys);
  }

  /** An event that has its identity and digest already. */
  addLogged(event: LoggedEvent): void {
    const { identity, digest, source, sentAtMs, receivedAtUs } = event;
    if (event.sequence !== undefined) this.place(event.sequence);
    this.keys.latin1(identity);
    this.keys.latin1(digest);
    const sourceHash = identity.slice(ID_BYTES);
    const last = this.packet;
    const isSame =
      last?.source === source && last.sentAtMs === sentAtMs && last.receivedAtUs === receivedAtUs;
    const packet = isSame ? last : { source, sourceHash, sentAtMs, receivedAtUs };
    this.addPacket(packet);
    this.addSaid(event, event.timeMs);
  }

  /** The entry; the writer is ready for the next one. */
  finish(door: string, isReplay = false): Buffer {
    const { whole } = this;
    whole.reset();
    const isTraced = this.traces.length > 0;
    const isSequenced = this.sequences.length > 0;
    const flags =
      (isTraced ? BLOB_FLAGS.traced : 0) |
      (isReplay ? BLOB_FLAGS.replay : 0) |
      (isSequenced ? BLOB_FLAGS.sequenced : 0);
    whole.u8(LOG_LAYOUT | flags);
    whole.short(door);
    whole.u16(this.count);
    whole.u16(this.packets);
    this.names.write(whole);
    whole.set(this.packetRows.bytes);
    whole.set(this.keys.bytes);
    whole.set(this.rows.bytes);
    whole.set(this.data.bytes);
    if (isSequenced) writeSequences(whole, this.sequences);
    if (isTraced) writeTraces(whole, this.traces);
    const blob = whole.toBuffer();
    this.begin();
    return blob;
  }

  private begin(): void {
    this.count = 0;
    this.packets = 0;
    this.packet = undefined;
    this.traces = [];
    this.sequences = [];
    this.names.clear();
    for (const part of [this.packetRows, this.keys, this.rows, this.data]) part.reset();
  }

  private trace({ traceparent = '', id }: StampedEvent, packet: PacketStamp): void {
    if (!isTraceparent(traceparent)) return;
    const kept = packet.retrace?.(traceparent, id) ?? traceparent;
    this.traces.push({ index: this.count, traceparent: kept });
  }

  private sequence(text: string): void {
    const place = parseDeviceSequence(text);
    if (place !== undefined) this.place(place);
  }

  /** Carried beside the event, and never part of its digest. */
  private place({ device, epoch, seq }: SequencePlace): void {
    const number = this.names.numberOfText(device);
    this.sequences.push({ index: this.count, device: number, epoch, seq });
  }

  private addSaid(said: Said, timeMs: number): void {
    const type = numberOfType(said.type);
    this.digest.begin(type, timeMs);
    const hunt = this.nameOf(said.hunt);
    const player = this.nameOf(said.player);
    const team = this.nameOf(said.team);
    this.addRow({ type, timeMs, hunt, player, team });
    writeData(this.sink, said.type, said.data);
  }

  private addRow({ type, timeMs, hunt, player, team }: Row): void {
    const at = this.rows.take(ROW_BYTES);
    const { view } = this.rows;
    view.setFloat64(at + AT.time, timeMs, true);
    view.setUint16(at + AT.hunt, hunt, true);
    view.setUint16(at + AT.player, player, true);
    view.setUint16(at + AT.team, team, true);
    view.setUint16(at + AT.packet, this.packets - 1, true);
    view.setUint8(at + AT.type, type);
    view.setUint32(at + AT.data, this.data.length, true);
    this.count += 1;
  }

  private addPacket(packet: PacketStamp): void {
    if (packet === this.packet) return;
    this.packet = packet;
    this.packets += 1;
    this.sourceHash.reset();
    this.sourceHash.latin1(packet.sourceHash);
    this.packetRows.u16(this.names.numberOfText(packet.source));
    this.packetRows.f64(packet.sentAtMs);
    this.packetRows.f64(packet.receivedAtUs);
  }

  private number(value: number): void {
    // Minus zero says the same as zero and must have the same digest.
    this.digest.number(value + 0);
    this.data.f64(value + 0);
  }

  private text(bytes: Uint8Array, at: number, size: number): void {
    this.digest.text(bytes, at, size);
    this.data.u16(size);
    this.data.part(bytes, at, size);
  }

  /** The number of a name, which goes into the digest too. */
  private nameAt(columns: EventColumns, index: number, column: number): number {
    const at = columns.int(index, column);
    const size = columns.int(index, column + 1);
    this.digest.name(columns.bytes, at, size);
    return this.names.numberOf(columns.bytes, at, size);
  }

  private nameOf(text: string): number {
    const { scratch } = this;
    scratch.reset();
    scratch.ascii(text);
    this.digest.name(scratch.buffer, 0, scratch.length);
    return this.names.numberOf(scratch.buffer, 0, scratch.length);
  }
}

interface Row {
  readonly type: number;
  readonly timeMs: number;
  /** Names by number. */
  readonly hunt: number;
  readonly player: number;
  readonly team: number;
}

const FIELDS_BY_TYPE: (readonly DataField[] | undefined)[] = [];
for (const [type, fields] of DATA_FIELDS) FIELDS_BY_TYPE[numberOfType(type)] = fields;
