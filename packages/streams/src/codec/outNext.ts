/**
 * What teams might try next, behind the rows of a commit: few rows have it, so it stands in a list
 * of its own, by row. Clues are numbers of the blob's names.
 */
import { type Suggestion, SuggestionReason } from '@trove/contracts';
import { type ResultRow, walkMinutesOf } from '@trove/core';
import type { BlobNames } from './blobNames.js';
import type { ByteWriter } from './bytes.js';
import type { NameList } from './nameList.js';

/** Row and number of suggestions. */
const HEAD_BYTES = 3;
/** Clue, metres, teams, hundredths of popularity, reason, percent of chance, probability. */
const ITEM_BYTES = 18;
const REASONS = SuggestionReason.options;
/** Probabilities are kept in ten thousandths. */
const GRAIN = 1e4;
const UNKNOWN = 0xffff_ffff;
const MOST = UNKNOWN - 1;

export interface NextWriting {
  readonly writer: ByteWriter;
  readonly names: BlobNames;
}

/** Begins with how many rows there are; a row may have an empty list. */
export function writeNext({ writer, names }: NextWriting, rows: readonly ResultRow[]): void {
  const countAt = writer.take(2);
  let count = 0;
  rows.forEach(({ next }, row) => {
    if (next === undefined) return;
    count += 1;
    writer.u16(row);
    writer.u8(next.length);
    for (const one of next) {
      const { clue, distanceM, wentNext, popularity } = one;
      writer.u16(names.numberOfText(clue));
      writer.u32(distanceM === undefined ? UNKNOWN : Math.min(MOST, distanceM));
      writer.u32(Math.min(MOST, wentNext));
      writer.u32(Math.min(MOST, Math.round(popularity * 100)));
      writer.u8(REASONS.indexOf(one.reason));
      writer.u8(Math.round(one.chance * 100));
      writer.u16(Math.round(one.probability * GRAIN));
    }
  });
  writer.view.setUint16(countAt, count, true);
}

/** Where each row's list begins, and where all of them end; checks that it is there. */
export function placesOfNext(
  view: DataView,
  from: number,
): { readonly places: ReadonlyMap<number, number>; readonly end: number } {
  const places = new Map<number, number>();
  const count = view.getUint16(from, true);
  let at = from + 2;
  for (let i = 0; i < count; i += 1) {
    places.set(view.getUint16(at, true), at + 2);
    at += HEAD_BYTES + view.getUint8(at + 2) * ITEM_BYTES;
  }
  if (at > view.byteLength) throw new RangeError('suggestions beyond the end of the blob');
  return { places, end: at };
}

export function readNext(view: DataView, names: NameList, at: number): Suggestion[] {
  return Array.from({ length: view.getUint8(at) }, (_, i) => {
    const item = at + 1 + i * ITEM_BYTES;
    const distanceM = view.getUint32(item + 2, true);
    const away = distanceM === UNKNOWN ? {} : { distanceM, walkMinutes: walkMinutesOf(distanceM) };
    return {
      clue: names.at(view.getUint16(item, true)),
      ...away,
      wentNext: view.getUint32(item + 6, true),
      popularity: view.getUint32(item + 10, true) / 100,
      reason: REASONS[view.getUint8(item + 14)] ?? 'open',
      chance: view.getUint8(item + 15) / 100,
      probability: view.getUint16(item + 16, true) / GRAIN,
    };
  });
}
