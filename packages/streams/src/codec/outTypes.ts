/**
 * The names of hunts' own event types in an entry of `out`, where a row's byte can't say them: how
 * many rows there are, then the index of each with the number of its name.
 */
import type { ByteWriter } from './bytes.js';

export interface OutType {
  /** Of the row. */
  readonly index: number;
  /** Number of the type's name in the blob. */
  readonly name: number;
}

const COUNT_BYTES = 2;
const TYPE_BYTES = 4;

export function writeOutTypes(writer: ByteWriter, types: readonly OutType[]): void {
  writer.u16(types.length);
  for (const { index, name } of types) {
    writer.u16(index);
    writer.u16(name);
  }
}

/** Numbers of names by row. Throws on a section that reaches beyond the end of the blob. */
export function readOutTypes(view: DataView, start: number): ReadonlyMap<number, number> {
  const count = view.getUint16(start, true);
  const found = new Map<number, number>();
  for (let i = 0; i < count; i += 1) {
    const at = start + COUNT_BYTES + i * TYPE_BYTES;
    found.set(view.getUint16(at, true), view.getUint16(at + 2, true));
  }
  return found;
}
