/**
 * Where events stand among those of their devices: a row for each that says so, then their number,
 * behind the data of a log entry. A flag tells whether there are any.
 */
import type { SequencePlace } from '@trove/contracts';
import { hasFlag } from './blobFlags.js';
import { type ByteWriter, viewOf } from './bytes.js';
import type { NameList } from './nameList.js';
import { tracesSize } from './traces.js';

/** Place of the event, device by number of its name, epoch, number. */
const ROW_BYTES = 2 + 2 + 4 + 8;
const COUNT_BYTES = 2;

export interface SequenceRow {
  /** Place of the event in its entry. */
  readonly index: number;
  /** Number of the device's name. */
  readonly device: number;
  readonly epoch: number;
  readonly seq: number;
}

/** Writes the rows; the caller has set the flag. */
export function writeSequences(writer: ByteWriter, rows: readonly SequenceRow[]): void {
  for (const { index, device, epoch, seq } of rows) {
    writer.u16(index);
    writer.u16(device);
    writer.u32(epoch);
    writer.f64(seq);
  }
  writer.u16(rows.length);
}

/** By place of the event; undefined when the blob has none. Throws when it ends too early. */
export function readSequences(
  blob: Buffer,
  names: NameList,
): ReadonlyMap<number, SequencePlace> | undefined {
  if (!hasFlag(blob, 'sequenced')) return undefined;
  const view = viewOf(blob);
  const end = blob.length - tracesSize(blob) - COUNT_BYTES;
  const count = view.getUint16(end, true);
  const found = new Map<number, SequencePlace>();
  for (let at = end - count * ROW_BYTES; at < end; at += ROW_BYTES) {
    found.set(view.getUint16(at, true), {
      device: names.at(view.getUint16(at + 2, true)),
      epoch: view.getUint32(at + 4, true),
      seq: view.getFloat64(at + 8, true),
    });
  }
  return found;
}
