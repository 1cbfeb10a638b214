/**
 * The binary layout of one entry of `out`: the results of one commit, in rows of one size, so
 * that a consumer can pick the rows it cares for without reading the others.
 */
import type { Decision, EventTrace, LoggedEvent, ResultRow } from '@trove/core';
import { BLOB_FLAGS } from './blobFlags.js';
import { BlobNames } from './blobNames.js';
import { ByteWriter } from './bytes.js';
import { AT as LOG_AT } from './logFields.js';
import type { NameList } from './nameList.js';
import { writeExtras } from './outExtras.js';
import { AT, ID_BYTES, NO_NAME, OUT_LAYOUT, ROW_BYTES } from './outFields.js';
import { writeNext } from './outNext.js';
import { type OutType, writeOutTypes } from './outTypes.js';
import { StoredEvent, writeKey } from './storedEvent.js';
import { writeTraces } from './traces.js';
import { CUSTOM_TYPE, numberOfType, packOutcome } from './types.js';

const writer = new ByteWriter();
const rows = new ByteWriter();
const ids = new ByteWriter();
const asked = new ByteWriter();
const suggestions = new ByteWriter();
const table = new BlobNames();
const extras = new ByteWriter();

/** Rows of hunts' own types, with the numbers of their names. */
const customRows: OutType[] = [];

export interface OutHead {
  readonly epoch: number;
  readonly decidedAtUs: number;
  readonly firstPosition: number;
}

export function encodeOut(head: OutHead, { entries, results }: Decision): Buffer {
  table.clear();
  renumbered.names = undefined;
  rows.reset();
  ids.reset();
  asked.reset();
  let isAsked = false;
  extras.reset();
  customRows.length = 0;
  let extrasCount = 0;
  let entry = -1;
  let logIndex = 0;
  for (const row of results) {
    logIndex = row.entry === entry ? logIndex + 1 : 0;
    entry = row.entry;
    const { appendedAtUs } = entries[entry] as { appendedAtUs: number };
    writeRow(row, appendedAtUs, logIndex);
    writeKey(ids, row.event, ID_BYTES);
    asked.u16(numberOrNone(row.asked));
    isAsked ||= row.asked !== undefined;
    if (row.extras !== undefined) {
      writeExtras(extras, row.position - head.firstPosition, row.extras);
      extrasCount += 1;
    }
  }
  suggestions.reset();
  writeNext({ writer: suggestions, names: table }, results);
  const doors = entries.map(({ door }) => table.numberOfText(door));
  const traces = tracesOf(entries);
  writer.reset();
  const traced = traces.length > 0 ? BLOB_FLAGS.traced : 0;
  const custom = customRows.length > 0 ? BLOB_FLAGS.custom : 0;
  writer.u8(OUT_LAYOUT | traced | custom | (isAsked ? BLOB_FLAGS.asked : 0));
  writer.f64(head.epoch);
  writer.f64(head.decidedAtUs);
  writer.f64(head.firstPosition);
  table.write(writer);
  writer.u16(entries.length);
  entries.forEach(({ id, appendedAtUs, count }, i) => {
    writer.short(id);
    writer.u16(doors[i] as number);
    writer.f64(appendedAtUs);
    writer.u16(count);
  });
  writer.u16(results.length);
  writer.set(rows.bytes);
  writer.set(ids.bytes);
  writer.set(suggestions.bytes);
  writer.u16(extrasCount);
  writer.set(extras.bytes);
  if (isAsked) writer.set(asked.bytes);
  if (custom > 0) writeOutTypes(writer, customRows);
  if (traces.length > 0) writeTraces(writer, traces);
  return writer.toBuffer();
}

/** The entries' trace contexts by the place of each event's row. */
function tracesOf(entries: Decision['entries']): EventTrace[] {
  const found: EventTrace[] = [];
  let first = 0;
  for (const { count, traces } of entries) {
    for (const { index, traceparent } of traces ?? []) {
      found.push({ index: first + index, traceparent });
    }
    first += count;
  }
  return found;
}

function writeRow(row: ResultRow, appendedAtUs: number, logIndex: number): void {
  const { event } = row;
  const at = rows.take(ROW_BYTES);
  const { view } = rows;
  const sinceUs = Math.max(0, appendedAtUs - event.receivedAtUs);
  writeNames(at, event);
  view.setUint16(at + AT.clue, numberOrNone(row.clue), true);
  view.setUint16(at + AT.rules, numberOrNone(row.rules), true);
  view.setUint16(at + AT.entry, row.entry, true);
  const type = numberOfType(event.type);
  if (type === CUSTOM_TYPE) {
    customRows.push({ index: at / ROW_BYTES, name: table.numberOfText(event.type) });
  }
  view.setUint8(at + AT.type, type);
  view.setUint8(at + AT.outcome, packOutcome(row.outcome, row.verdict));
  view.setInt32(at + AT.points, row.points, true);
  view.setInt32(at + AT.score, row.score, true);
  view.setFloat64(at + AT.time, event.timeMs, true);
  view.setFloat64(at + AT.first, row.firstPosition, true);
  view.setUint32(at + AT.received, Math.min(0xffffffff, sinceUs), true);
  view.setUint16(at + AT.version, row.version & 0xffff, true);
  view.setUint16(at + AT.logIndex, logIndex, true);
}

/** Numbers of one log entry's names in this blob, plus one; 0 where it was not asked yet. */
const renumbered = { names: undefined as NameList | undefined, numbers: new Uint16Array(0) };

function writeNames(at: number, event: LoggedEvent): void {
  const { view } = rows;
  const entry = StoredEvent.entryOf(event);
  if (entry === undefined) {
    view.setUint16(at + AT.hunt, table.numberOfText(event.hunt), true);
    view.setUint16(at + AT.source, table.numberOfText(event.source), true);
    view.setUint16(at + AT.team, table.numberOfText(event.team), true);
    view.setUint16(at + AT.player, table.numberOfText(event.player), true);
    return;
  }
  if (renumbered.names !== entry.names) {
    renumbered.names = entry.names;
    renumbered.numbers = new Uint16Array(entry.names.length);
  }
  const index = StoredEvent.indexOf(event as unknown as StoredEvent);
  view.setUint16(at + AT.hunt, renumber(entry.nameNumber(index, LOG_AT.hunt)), true);
  view.setUint16(at + AT.source, renumber(entry.packet(index).number), true);
  view.setUint16(at + AT.team, renumber(entry.nameNumber(index, LOG_AT.team)), true);
  view.setUint16(at + AT.player, renumber(entry.nameNumber(index, LOG_AT.player)), true);
}

function renumber(number: number): number {
  const { names, numbers } = renumbered;
  const known = numbers[number] as number;
  if (known > 0) return known - 1;
  const made = (names as NameList).numberIn(table, number);
  numbers[number] = made + 1;
  return made;
}

function numberOrNone(name: string | undefined): number {
  return name === undefined ? NO_NAME : table.numberOfText(name);
}
