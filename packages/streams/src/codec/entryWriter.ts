/**
 * Writes one log entry event by event, straight from what the door has checked: no event becomes
 * an object of its own on the way. Numbers stand in rows of one size and keys in one run, because
 * both are read much faster than fields of many sizes.
 */
import type { EventId } from '@trove/contracts';
import type { LoggedEvent } from '@trove/core';
import { ByteWriter } from './bytes.js';
import { ContentDigest } from './contentDigest.js';
import { DATA_CODECS, type DataCodec, type DataSink } from './eventData.js';
import { type Hasher, writeEventId } from './identities.js';
import { AT, ID_BYTES, LOG_LAYOUT, ROW_BYTES } from './logFields.js';
import { NameTable } from './nameTable.js';
import { numberOfType } from './types.js';

/** What the events of one packet share. */
export interface PacketStamp {
  readonly source: string;
  /** 8 characters, as `Identities.sourceHash` gives them. */
  readonly sourceHash: string;
  readonly sentAtMs: number;
  readonly receivedAtUs: number;
}

type Said = Pick<LoggedEvent, 'hunt' | 'player' | 'team' | 'type' | 'data'>;

/** An event by its id as text: what a client sent, or what a server says. */
export interface StampedEvent extends Said {
  readonly id: EventId;
}

export class EntryWriter {
  /** Events written so far. */
  count = 0;
  private packets = 0;
  private packet: PacketStamp | undefined;
  private readonly names = new NameTable();
  private readonly packetRows = new ByteWriter();
  private readonly keys = new ByteWriter();
  private readonly rows = new ByteWriter();
  private readonly data = new ByteWriter();
  private readonly whole = new ByteWriter();
  private readonly digest: ContentDigest;
  private readonly sink: DataSink;

  constructor(hasher: Hasher) {
    const digest = new ContentDigest(hasher);
    const { names, data } = this;
    this.digest = digest;
    this.sink = {
      number(value) {
        // Minus zero says the same as zero and must have the same digest.
        digest.number(value + 0);
        data.f64(value + 0);
      },
      name(value) {
        digest.name(value);
        data.u16(names.numberOf(value));
      },
      text(value) {
        digest.text(value);
        data.utf8(value);
      },
    };
    this.begin();
  }

  /** An event whose contract was checked; its identity and digest are made here. */
  addStamped(event: StampedEvent, timeMs: number, packet: PacketStamp): void {
    const { keys } = this;
    const at = keys.take(ID_BYTES);
    writeEventId(keys.buffer, at, event.id);
    keys.latin1(packet.sourceHash);
    this.addRow(event, timeMs, packet);
    this.digest.writeTo(keys);
  }

  /** An event that has its identity and digest already. */
  addLogged(event: LoggedEvent): void {
    const { identity, digest, source, sentAtMs, receivedAtUs } = event;
    this.keys.latin1(identity);
    this.keys.latin1(digest);
    const sourceHash = identity.slice(ID_BYTES);
    const last = this.packet;
    const isSame =
      last?.source === source && last.sentAtMs === sentAtMs && last.receivedAtUs === receivedAtUs;
    const packet = isSame ? last : { source, sourceHash, sentAtMs, receivedAtUs };
    this.addRow(event, event.timeMs, packet);
  }

  /** The entry; the writer is ready for the next one. */
  finish(door: string): Buffer {
    const { whole } = this;
    whole.reset();
    whole.u8(LOG_LAYOUT);
    whole.short(door);
    whole.u16(this.count);
    whole.u16(this.packets);
    this.names.write(whole);
    whole.set(this.packetRows.bytes);
    whole.set(this.keys.bytes);
    whole.set(this.rows.bytes);
    whole.set(this.data.bytes);
    const blob = whole.toBuffer();
    this.begin();
    return blob;
  }

  private begin(): void {
    this.count = 0;
    this.packets = 0;
    this.packet = undefined;
    this.names.clear();
    for (const part of [this.packetRows, this.keys, this.rows, this.data]) part.reset();
  }

  private addRow(said: Said, timeMs: number, packet: PacketStamp): void {
    if (packet !== this.packet) this.addPacket(packet);
    const { rows, names, digest } = this;
    const { hunt, player, team } = said;
    const type = numberOfType(said.type);
    digest.begin(type, timeMs);
    digest.name(hunt);
    digest.name(player);
    digest.name(team);
    const at = rows.take(ROW_BYTES);
    const { view } = rows;
    view.setFloat64(at + AT.time, timeMs, true);
    view.setUint16(at + AT.hunt, names.numberOf(hunt), true);
    view.setUint16(at + AT.player, names.numberOf(player), true);
    view.setUint16(at + AT.team, names.numberOf(team), true);
    view.setUint16(at + AT.packet, this.packets - 1, true);
    view.setUint8(at + AT.type, type);
    view.setUint32(at + AT.data, this.data.length, true);
    const codec = DATA_CODECS[said.type] as DataCodec<unknown>;
    codec.write(this.sink, said.data);
    this.count += 1;
  }

  private addPacket(packet: PacketStamp): void {
    this.packet = packet;
    this.packets += 1;
    this.packetRows.u16(this.names.numberOf(packet.source));
    this.packetRows.f64(packet.sentAtMs);
    this.packetRows.f64(packet.receivedAtUs);
  }
}
