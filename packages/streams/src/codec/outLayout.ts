/**
 * The binary layout of one entry of `out`: the results of one commit, in rows of one size, so
 * that a consumer can pick the rows it cares for without reading the others.
 */
import type { Decision, ResultRow } from '@trove/core';
import { ByteWriter } from './bytes.js';
import { NameTable } from './nameTable.js';
import { ID_BYTES, NO_NAME, OUT_LAYOUT } from './outFields.js';
import { numberOfType, packOutcome } from './types.js';

const writer = new ByteWriter();
const table = new NameTable();

export interface OutHead {
  readonly epoch: number;
  readonly decidedAtUs: number;
  readonly firstPosition: number;
}

export function encodeOut(head: OutHead, decision: Decision): Buffer {
  table.clear();
  const numbers = new Uint16Array(decision.results.length * NAMES);
  let ids = '';
  decision.results.forEach((row, i) => {
    numberNames(row, numbers, i * NAMES);
    ids += row.event.identity.slice(0, ID_BYTES);
  });
  for (const { door } of decision.entries) table.numberOf(door);
  writer.reset();
  writer.u8(OUT_LAYOUT);
  writer.f64(head.epoch);
  writer.f64(head.decidedAtUs);
  writer.f64(head.firstPosition);
  table.write(writer);
  writer.u16(decision.entries.length);
  for (const { id, door, appendedAtUs, count } of decision.entries) {
    writer.short(id);
    writer.u16(table.numberOf(door));
    writer.f64(appendedAtUs);
    writer.u16(count);
  }
  writer.u16(decision.results.length);
  let entry = -1;
  let logIndex = 0;
  decision.results.forEach((row, i) => {
    logIndex = row.entry === entry ? logIndex + 1 : 0;
    entry = row.entry;
    const { appendedAtUs } = decision.entries[entry] as { appendedAtUs: number };
    const from = i * NAMES;
    writeRow(row, { appendedAtUs, logIndex, numbers: numbers.subarray(from, from + NAMES) });
  });
  writer.latin1(ids);
  return writer.toBuffer();
}

/** Names of one row, in the order in which the row holds their numbers. */
const NAMES = 6;

function numberNames({ event, clue, rules }: ResultRow, numbers: Uint16Array, at: number): void {
  numbers[at] = table.numberOf(event.hunt);
  numbers[at + 1] = table.numberOf(event.source);
  numbers[at + 2] = table.numberOf(event.team);
  numbers[at + 3] = table.numberOf(event.player);
  numbers[at + 4] = clue === undefined ? NO_NAME : table.numberOf(clue);
  numbers[at + 5] = rules === undefined ? NO_NAME : table.numberOf(rules);
}

interface RowPlace {
  readonly appendedAtUs: number;
  readonly logIndex: number;
  readonly numbers: Uint16Array;
}

function writeRow(row: ResultRow, { appendedAtUs, logIndex, numbers }: RowPlace): void {
  const { event } = row;
  for (const number of numbers) writer.u16(number);
  writer.u16(row.entry);
  writer.u8(numberOfType(event.type));
  writer.u8(packOutcome(row.outcome, row.verdict));
  writer.i32(row.points);
  writer.i32(row.score);
  writer.f64(event.timeMs);
  writer.f64(row.firstPosition);
  writer.u32(Math.min(0xffffffff, Math.max(0, appendedAtUs - event.receivedAtUs)));
  writer.u16(row.version & 0xffff);
  writer.u16(logIndex);
}
