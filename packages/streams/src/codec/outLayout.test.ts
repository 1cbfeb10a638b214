/** What stands in the results of a commit, and how damaged ones are told. */
import { type Chunk, decide } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published, T0 } from '@trove/testkit';
import { describe, expect, it } from 'vitest';
import { OutBlob } from './outBlob.js';
import { OUT_LAYOUT } from './outFields.js';
import { encodeOut } from './outLayout.js';

describe('the layout of results', () => {
  const rules = compiled(huntDefinition());
  const view = emptyView(rules);
  const scan = (number: number, content = number) =>
    playEvent('code.scanned.v1', { code: 'CLOCK' }, { number, content });
  const events = [published('a'.repeat(64), 1), scan(1), scan(1), scan(2)];
  const chunk: Chunk = {
    entries: [
      { id: `${T0}-0`, appendedAtUs: T0 * 1000 + 250, door: 'door-1', isReplay: false, events },
    ],
    decided: 40,
    repeats: new Map(),
    poisoned: new Set(),
  };
  const blob = new OutBlob(
    encodeOut({ epoch: 7, decidedAtUs: T0 * 1000 + 900, firstPosition: 40 }, decide(chunk, view)),
  );

  it('gives back the commit and its log entries', () => {
    expect(blob).toMatchObject({ epoch: 7, firstPosition: 40, count: 4 });
    expect(blob.logEntries).toEqual([
      { id: `${T0}-0`, door: 'door-1', appendedAtUs: T0 * 1000 + 250, count: 4 },
    ]);
  });

  it('RC1 keeps what rules answered with each row, and nothing where none was asked', () => {
    expect([0, 1, 2, 3].map((row) => blob.askedOf(row))).toEqual([undefined, '0', undefined, '1']);
    const silent = { ...view, rules: () => compiled(huntDefinition({ rules: [] })) };
    const head = { epoch: 7, decidedAtUs: T0 * 1000, firstPosition: 40 };
    const plain = encodeOut(head, decide(chunk, silent));
    expect(plain[0]).toBe(OUT_LAYOUT);
    expect(new OutBlob(plain).askedOf(1)).toBeUndefined();
  });

  it('refuses a blob that ends inside its rows or what stands after them', () => {
    const said = { id: 'said', on: 'code.scanned.v1', when: 'true', then: { message: 'Ahoy' } };
    const speaking = { ...view, rules: () => compiled(huntDefinition({ rules: [said] })) };
    const head = { epoch: 7, decidedAtUs: T0 * 1000, firstPosition: 40 };
    const whole = encodeOut(head, decide(chunk, speaking));
    expect(new OutBlob(whole).extrasOf(1)).toBe('{"messages":["Ahoy"]}');
    for (const cut of [1, 30, 200]) {
      const part = whole.subarray(0, whole.length - cut);
      expect(() => new OutBlob(part), `${cut} short`).toThrow(RangeError);
    }
  });

  it('gives back each row with what it did', () => {
    expect(blob.row(1)).toMatchObject({
      hunt: 'test-hunt',
      team: 'herons',
      type: 'code.scanned.v1',
      outcome: 'accepted',
      verdict: 'solved',
      clue: 'clock',
      rules: 'first-two',
      points: 25,
      score: 25,
      position: 41,
      firstPosition: -1,
      logIndex: 1,
    });
    expect(blob.row(2)).toMatchObject({ outcome: 'duplicate', firstPosition: 41, points: 0 });
    expect(blob.row(3)).toMatchObject({ verdict: 'already_solved', logIndex: 3 });
    expect(blob.receivedAtUsOf(1)).toBe(T0 * 1000);
  });
});
