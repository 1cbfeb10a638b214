/**
 * What few results tell beside their rows: after the rows stands how many do, then for each the
 * row's index and a JSON object. A commit without any spends two bytes on it.
 */
import type { ResultExtras } from '@trove/contracts';
import { type ByteWriter, viewOf } from './bytes.js';

export interface Extras {
  /** By row; undefined when no row has any. */
  readonly texts: ReadonlyMap<number, string> | undefined;
  /** Where the section ends in the blob. */
  readonly end: number;
}

const COUNT_BYTES = 2;
const HEAD_BYTES = 6;
const OTHER_THAN_ASCII = /[\u007f-\uffff]/g;

export function writeExtras(writer: ByteWriter, index: number, extras: ResultExtras): void {
  const text = asciiJson(extras);
  writer.u16(index);
  writer.u32(text.length);
  writer.latin1(text);
}

/** Throws on a section that reaches beyond the end of the blob. */
export function readExtras(blob: Buffer, start: number): Extras {
  const view = viewOf(blob);
  const count = view.getUint16(start, true);
  if (count === 0) return { texts: undefined, end: start + COUNT_BYTES };
  const found = new Map<number, string>();
  let at = start + COUNT_BYTES;
  for (let i = 0; i < count; i += 1) {
    const textAt = at + HEAD_BYTES;
    const end = textAt + view.getUint32(at + 2, true);
    if (end > blob.length) throw new RangeError('extras beyond the end of the blob');
    found.set(view.getUint16(at, true), blob.toString('latin1', textAt, end));
    at = end;
  }
  return { texts: found, end: at };
}

/** JSON in which every other character is escaped, so that pushes are made of bytes alone. */
function asciiJson(value: object): string {
  return JSON.stringify(value).replace(OTHER_THAN_ASCII, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
