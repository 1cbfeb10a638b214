/**
 * Reads one log entry. It is written once by a door and read by every worker that replays the
 * log, so its first byte is a version and a version once written stays readable.
 */
import type { LoggedEvent } from '@trove/core';
import { viewOf } from './bytes.js';
import { DATA_CODECS, type DataCodec, type DataSource } from './eventData.js';
import { AT, IDENTITY_BYTES, KEY_BYTES, LOG_LAYOUT, PACKET_BYTES, ROW_BYTES } from './logFields.js';
import { NameList } from './nameTable.js';
import { StoredEvent } from './storedEvent.js';
import { typeOfNumber } from './types.js';

export interface DecodedEntry {
  readonly door: string;
  readonly events: LoggedEvent[];
}

/** Throws on a layout this program does not know and on a damaged blob. */
export function decodeEntry(blob: Buffer): DecodedEntry {
  if (blob[0] !== LOG_LAYOUT) {
    throw new Error(`log entry has layout ${blob[0]}, expected ${LOG_LAYOUT}`);
  }
  const view = viewOf(blob);
  const doorEnd = 2 + view.getUint8(1);
  const door = blob.toString('latin1', 2, doorEnd);
  const count = view.getUint16(doorEnd, true);
  const packetCount = view.getUint16(doorEnd + 2, true);
  const names = new NameList(blob, doorEnd + 4);
  const keysAt = names.end + packetCount * PACKET_BYTES;
  const rowsAt = keysAt + count * KEY_BYTES;
  const dataAt = rowsAt + count * ROW_BYTES;
  if (dataAt > blob.length) throw new RangeError('rows beyond the end of the blob');
  const packets = Array.from({ length: packetCount }, (_, i) => {
    return readPacket(view, names, names.end + i * PACKET_BYTES);
  });
  const keys = blob.toString('latin1', keysAt, rowsAt);
  const source = new BlobSource(blob, view, names);
  const entry = { blob, names };
  const events: LoggedEvent[] = new Array<LoggedEvent>(count);
  for (let i = 0; i < count; i += 1) {
    const row = rowsAt + i * ROW_BYTES;
    const key = i * KEY_BYTES;
    const packet = packets[view.getUint16(row + AT.packet, true)];
    if (packet === undefined) throw new RangeError('an event of no packet');
    const type = typeOfNumber(view.getUint8(row + AT.type));
    const hunt = view.getUint16(row + AT.hunt, true);
    const player = view.getUint16(row + AT.player, true);
    const team = view.getUint16(row + AT.team, true);
    source.at = dataAt + view.getUint32(row + AT.data, true);
    const place = { keyAt: keysAt + key, hunt, player, team, source: packet.number };
    // The door's contract parsed this data before it was written; a union can't follow a number.
    events[i] = new StoredEvent(entry, place, {
      identity: keys.slice(key, key + IDENTITY_BYTES),
      digest: keys.slice(key + IDENTITY_BYTES, key + KEY_BYTES),
      hunt: names.at(hunt),
      source: packet.source,
      player: names.at(player),
      team: names.at(team),
      type,
      timeMs: view.getFloat64(row + AT.time, true),
      sentAtMs: packet.sentAtMs,
      receivedAtUs: packet.receivedAtUs,
      data: (DATA_CODECS[type] as DataCodec<LoggedEvent['data']>).read(source),
    }) as LoggedEvent;
  }
  if (source.at > blob.length) throw new RangeError('data beyond the end of the blob');
  return { door, events };
}

function readPacket(view: DataView, names: NameList, at: number) {
  const number = view.getUint16(at, true);
  return {
    number,
    source: names.at(number),
    sentAtMs: view.getFloat64(at + 2, true),
    receivedAtUs: view.getFloat64(at + 10, true),
  };
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
