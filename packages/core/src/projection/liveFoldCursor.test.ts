/** What who reads on from a cursor is told, also of processes that come and go meanwhile. */
import { describe, expect, it } from 'vitest';
import { frame, START } from './liveFold.fixture.js';
import {
  bucketsSince,
  createLiveFold,
  foldFrames,
  passFrames,
  readingCursor,
  tidyFold,
} from './liveFold.js';

describe('resuming', () => {
  it('answers exactly the buckets that changed since', () => {
    const fold = createLiveFold();
    foldFrames(fold, [frame(START + 500, { heron: { points: 1 } })]);
    const seen = { ...fold.cursor };
    foldFrames(fold, [frame(START + 5_500, { heron: { points: 2 } })]);
    const changed = bucketsSince(fold, seen);
    expect(changed?.fine.map((bucket) => bucket.at)).toEqual([START + 5_000]);
    expect(bucketsSince(fold, { ...fold.cursor })).toEqual({ fine: [], coarse: [] });
  });

  it('does not read again what can’t be read, whether it knows the stream or not', () => {
    const fold = createLiveFold();
    foldFrames(fold, [frame(START + 500, {})]);
    const [stream = ''] = Object.keys(fold.cursor);
    const published = { ...fold.cursor };
    const [late, early] = [`${START + 900}-0`, `${START + 100}-0`];
    passFrames(fold, [
      { stream, id: late },
      { stream, id: early },
      { stream: 'metrics:newer', id: late },
    ]);
    expect(readingCursor(fold)).toEqual({ [stream]: late, 'metrics:newer': late });
    expect(bucketsSince(fold, published)).toEqual({ fine: [], coarse: [] });
    foldFrames(fold, [frame(START + 5_500, { heron: { points: 2 } })]);
    expect(bucketsSince(fold, published)?.fine).toHaveLength(1);
  });

  it('sends a process that appeared since', () => {
    const fold = createLiveFold();
    foldFrames(fold, [frame(START + 500, {})]);
    const seen = { ...fold.cursor };
    foldFrames(fold, [frame(START + 600, { heron: { acks: { appended: 3 } } }, 'ingest')]);
    expect(bucketsSince(fold, seen)?.fine[0]?.all.acks).toEqual({ appended: 3 });
  });

  it('refuses a cursor it cannot vouch for', () => {
    const fold = createLiveFold();
    foldFrames(fold, [frame(START + 500, {})]);
    expect(bucketsSince(fold, {})).toBeUndefined();
    expect(bucketsSince(fold, { 'metrics:gone-9': '1-0' })).toBeUndefined();
  });
});

/** A fold that reads streams as a tail does; a hundred frames in, one process replaces another. */
function replacedProcess() {
  const fold = createLiveFold();
  const at = (n: number) => START + n * 5_000;
  const old = Array.from({ length: 100 }, (_, n) => frame(at(n), { heron: { points: 1 } }));
  const expiresMs = at(99) + 16 * 60_000;
  let published = { ...fold.cursor };
  /** How many buckets are published at each step up to one. */
  const steps = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, step) => {
      const nowMs = at(from + step);
      const after = readingCursor(fold)['metrics:worker-1'] ?? '';
      const unread = nowMs < expiresMs ? old.filter(({ id }) => id > after) : [];
      foldFrames(fold, [...unread, frame(nowMs, {}, 'ingest')]);
      tidyFold(fold, nowMs);
      const changed = bucketsSince(fold, published);
      published = { ...fold.cursor };
      return changed?.fine.length;
    });
  return { fold, at, steps };
}

describe('a process that was replaced', () => {
  it('is not read again once it is out of sight', () => {
    const { fold, steps } = replacedProcess();
    expect(steps(100, 101)).toEqual([undefined]);
    expect(new Set(steps(101, 300))).toEqual(new Set([1]));
    expect(fold.touches).toHaveLength(300);
    expect([...fold.processes.keys()]).toEqual(['ingest-1']);
    expect(Object.keys(fold.cursor)).toEqual(['metrics:ingest-1']);
    expect(Object.keys(fold.gone)).toEqual(['metrics:worker-1']);
  });

  it('takes nothing from who reads on when its touches are forgotten', () => {
    const { fold, at, steps } = replacedProcess();
    steps(100, 300);
    const busy = Array.from({ length: 36_000 }, (_, n) => frame(at(300) + n, {}, 'ingest'));
    foldFrames(fold, busy);
    steps(310, 311);
    expect(Object.keys(fold.forgotten)).toEqual(['metrics:ingest-1']);
    expect(steps(311, 313)).toEqual([1, 1]);
  });

  it('takes nothing from who reads on when its touches were forgotten before', () => {
    const { fold, at, steps } = replacedProcess();
    steps(100, 101);
    const busy = Array.from({ length: 36_000 }, (_, n) => frame(at(101) + n, {}, 'ingest'));
    foldFrames(fold, busy);
    steps(110, 111);
    expect(Object.keys(fold.forgotten)).toContain('metrics:worker-1');
    expect(steps(300, 302)).toEqual([1, 1]);
    expect(steps(470, 472)).toEqual([1, 1]);
    expect(fold.gone).toEqual({});
  });

  it('is read on from where it was when it had only been silent', () => {
    const { fold, at, steps } = replacedProcess();
    steps(100, 300);
    foldFrames(fold, [frame(at(99), {})]);
    expect(Object.keys(fold.gone)).toEqual(['metrics:worker-1']);
    foldFrames(fold, [frame(at(300), {})]);
    expect(fold.gone).toEqual({});
    expect(fold.cursor['metrics:worker-1']).toBe(`${at(300)}-0`);
  });
});
