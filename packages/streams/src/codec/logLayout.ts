/**
 * The binary layout of one log entry. It is written once by a door and read by every worker that
 * replays the log, so its first byte is a version and old versions stay readable.
 */
import type { LoggedEvent } from '@trove/core';
import { ByteReader, ByteWriter, StringTable } from './bytes.js';
import { numberOfType, typeOfNumber } from './types.js';

const LAYOUT = 1;
const IDENTITY_BYTES = 24;
const DIGEST_BYTES = 8;

const writer = new ByteWriter();
const table = new StringTable();

/** Encodes the events of one append. `dataTexts[i]` is the JSON of `events[i].data`. */
export function encodeEntry(
  door: string,
  events: readonly LoggedEvent[],
  dataTexts: readonly string[],
): Buffer {
  table.clear();
  for (const event of events) {
    table.numberOf(event.hunt);
    table.numberOf(event.source);
    table.numberOf(event.player);
    table.numberOf(event.team);
  }
  writer.reset();
  writer.u8(LAYOUT);
  writer.short(door);
  table.write(writer);
  writer.u16(events.length);
  for (let i = 0; i < events.length; i += 1) {
    writeRecord(events[i] as LoggedEvent, dataTexts[i] as string);
  }
  return writer.toBuffer();
}

function writeRecord(event: LoggedEvent, dataText: string): void {
  writer.latin1(event.identity);
  writer.latin1(event.digest);
  writer.u16(table.numberOf(event.hunt));
  writer.u16(table.numberOf(event.source));
  writer.u16(table.numberOf(event.player));
  writer.u16(table.numberOf(event.team));
  writer.u8(numberOfType(event.type));
  writer.f64(event.timeMs);
  writer.f64(event.sentAtMs);
  writer.f64(event.receivedAtUs);
  writer.utf8(dataText);
}

export interface DecodedEntry {
  readonly door: string;
  readonly events: LoggedEvent[];
}

/** Throws on a layout this program does not know and on a damaged blob. */
export function decodeEntry(blob: Buffer): DecodedEntry {
  const reader = new ByteReader(blob);
  const layout = reader.u8();
  if (layout !== LAYOUT) throw new Error(`log entry has layout ${layout}, expected ${LAYOUT}`);
  const door = reader.short();
  const names = StringTable.read(reader);
  const count = reader.u16();
  const events: LoggedEvent[] = new Array<LoggedEvent>(count);
  for (let i = 0; i < count; i += 1) events[i] = readRecord(reader, names);
  return { door, events };
}

function readRecord(reader: ByteReader, names: readonly string[]): LoggedEvent {
  const identity = reader.latin1(IDENTITY_BYTES);
  const digest = reader.latin1(DIGEST_BYTES);
  const hunt = names[reader.u16()] as string;
  const source = names[reader.u16()] as string;
  const player = names[reader.u16()] as string;
  const team = names[reader.u16()] as string;
  const type = typeOfNumber(reader.u8());
  const timeMs = reader.f64();
  const sentAtMs = reader.f64();
  const receivedAtUs = reader.f64();
  // The door's contract parsed this data before it was written; the union can't follow a number.
  const data: unknown = JSON.parse(reader.utf8());
  return {
    identity,
    digest,
    source,
    hunt,
    player,
    team,
    type,
    timeMs,
    sentAtMs,
    receivedAtUs,
    data,
  } as LoggedEvent;
}
