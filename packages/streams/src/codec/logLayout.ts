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
const KEY_BYTES = IDENTITY_BYTES + DIGEST_BYTES;

const writer = new ByteWriter();
const table = new StringTable();

/**
 * Encodes the events of one append. `dataTexts[i]` is the JSON of `events[i].data`. Numbers stand
 * in records of one size, keys and data in one run each, because a long text is written and read
 * much faster than many short ones.
 */
export function encodeEntry(
  door: string,
  events: readonly LoggedEvent[],
  dataTexts: readonly string[],
): Buffer {
  table.clear();
  writer.reset();
  const numbers = new Uint16Array(events.length * 4);
  let keys = '';
  events.forEach((event, i) => {
    numbers[i * 4] = table.numberOf(event.hunt);
    numbers[i * 4 + 1] = table.numberOf(event.source);
    numbers[i * 4 + 2] = table.numberOf(event.player);
    numbers[i * 4 + 3] = table.numberOf(event.team);
    keys += event.identity + event.digest;
  });
  writer.u8(LAYOUT);
  writer.short(door);
  table.write(writer);
  writer.u16(events.length);
  for (const number of numbers) writer.u16(number);
  for (const { type, timeMs, sentAtMs, receivedAtUs } of events) {
    writer.u8(numberOfType(type));
    writer.f64(timeMs);
    writer.f64(sentAtMs);
    writer.f64(receivedAtUs);
  }
  writer.latin1(keys);
  writer.long(`[${dataTexts.join(',')}]`);
  return writer.toBuffer();
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
  const numbers = reader.u16s(count * 4);
  const recordsAt = reader.at;
  reader.at += count * RECORD_BYTES;
  const keys = reader.latin1(count * KEY_BYTES);
  const data = JSON.parse(reader.long()) as unknown[];
  reader.at = recordsAt;
  const events: LoggedEvent[] = new Array<LoggedEvent>(count);
  for (let i = 0; i < count; i += 1) {
    const key = i * KEY_BYTES;
    // The door's contract parsed this data before it was written; a union can't follow a number.
    events[i] = {
      identity: keys.slice(key, key + IDENTITY_BYTES),
      digest: keys.slice(key + IDENTITY_BYTES, key + KEY_BYTES),
      hunt: names[numbers[i * 4] as number] as string,
      source: names[numbers[i * 4 + 1] as number] as string,
      player: names[numbers[i * 4 + 2] as number] as string,
      team: names[numbers[i * 4 + 3] as number] as string,
      type: typeOfNumber(reader.u8()),
      timeMs: reader.f64(),
      sentAtMs: reader.f64(),
      receivedAtUs: reader.f64(),
      data: data[i],
    } as LoggedEvent;
  }
  return { door, events };
}

/** A type number and three times. */
const RECORD_BYTES = 25;
