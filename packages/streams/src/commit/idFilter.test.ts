import { SeededSource, seedFrom } from '@trove/testkit';
import { describe, expect, it } from 'vitest';
import { IDENTITY_BYTES } from '../codec/logFields.js';
import { IdFilter } from './idFilter.js';

const SEED = seedFrom(process.env['TROVE_SEED']);

/** Ids as they come: their time and a running number at the front, the rest the same. */
function runningIds(from: number, count: number): Int32Array {
  const ids = Buffer.alloc(count * IDENTITY_BYTES, 0x5a);
  for (let i = 0; i < count; i += 1) ids.writeUInt32BE(from + i, i * IDENTITY_BYTES + 6);
  return IdFilter.hash(ids, IDENTITY_BYTES);
}

function randomIds(seed: number, count: number): Int32Array {
  const random = new SeededSource(seed);
  const ids = Buffer.alloc(count * IDENTITY_BYTES);
  for (let at = 0; at < ids.length; at += 1) ids[at] = random.below(256);
  return IdFilter.hash(ids, IDENTITY_BYTES);
}

function found(filter: IdFilter, ids: Int32Array): number {
  let count = 0;
  for (let i = 0; i < ids.length / 2; i += 1) if (filter.mayHold(ids, i)) count += 1;
  return count;
}

function filterOf(ids: Int32Array): IdFilter {
  const filter = new IdFilter();
  for (let i = 0; i < ids.length / 2; i += 1) filter.add(ids, i);
  return filter;
}

describe.each([
  ['running', (part: number, count: number) => runningIds(part * 1_000_000, count)],
  ['random', (part: number, count: number) => randomIds(SEED + part, count)],
])(`a filter of %s ids (seed ${SEED})`, (_, ids) => {
  it.each([0, 1, 1_024, 1_025, 100_000])('holds each of %i', (count) => {
    const added = ids(0, count);
    expect(found(filterOf(added), added)).toBe(count);
  });

  it('takes few others for one of them, over several layers', () => {
    const filter = filterOf(ids(0, 100_000));
    expect(found(filter, ids(1, 100_000)) / 100_000).toBeLessThan(0.012);
  });

  it('says what it takes and what more it would take', () => {
    const filter = filterOf(ids(0, 1_024));
    const { bytes, nextBytes, isFull } = filter;
    expect({ bytes, isFull }).toEqual({ bytes: IdFilter.firstBytes, isFull: true });
    filter.add(ids(1, 1), 0);
    expect(filter.bytes).toBe(bytes + nextBytes);
  });
});
