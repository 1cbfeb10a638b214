import { SeededSource, seedFrom } from '@trove/testkit';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../codec/bytes.js';
import { IDENTITY_BYTES } from '../codec/logFields.js';
import { IdFilter } from './idFilter.js';

const SEED = seedFrom(process.env['TROVE_SEED']);

/** Ids as they come: their time and a running number at the front, the rest the same. */
function runningIds(from: number, count: number): DataView {
  const view = viewOf(Buffer.alloc(count * IDENTITY_BYTES, 0x5a));
  for (let i = 0; i < count; i += 1) view.setUint32(i * IDENTITY_BYTES + 6, from + i, false);
  return view;
}

function randomIds(seed: number, count: number): DataView {
  const random = new SeededSource(seed);
  const view = viewOf(Buffer.alloc(count * IDENTITY_BYTES));
  for (let at = 0; at < view.byteLength; at += 1) view.setUint8(at, random.below(256));
  return view;
}

function found(filter: IdFilter, ids: DataView): number {
  let count = 0;
  for (let at = 0; at < ids.byteLength; at += IDENTITY_BYTES) {
    if (filter.mayHold(ids, at)) count += 1;
  }
  return count;
}

function filterOf(ids: DataView): IdFilter {
  const filter = new IdFilter();
  for (let at = 0; at < ids.byteLength; at += IDENTITY_BYTES) filter.add(ids, at);
  return filter;
}

describe.each([
  ['running', (part: number, count: number) => runningIds(part * 1_000_000, count)],
  ['random', (part: number, count: number) => randomIds(SEED + part, count)],
])(`a filter of %s ids (seed ${SEED})`, (_, ids) => {
  it.each([0, 1, 8_192, 8_193, 100_000])('holds each of %i', (count) => {
    const added = ids(0, count);
    expect(found(filterOf(added), added)).toBe(count);
  });

  it('takes few others for one of them, over several layers', () => {
    const filter = filterOf(ids(0, 100_000));
    expect(found(filter, ids(1, 100_000)) / 100_000).toBeLessThan(0.012);
  });

  it('says what it takes and what more it would take', () => {
    const filter = filterOf(ids(0, 8_192));
    const { bytes, nextBytes, isFull } = filter;
    expect({ bytes, isFull }).toEqual({ bytes: 8_192 * 2, isFull: true });
    filter.add(ids(1, 1), 0);
    expect(filter.bytes).toBe(bytes + nextBytes);
  });
});
