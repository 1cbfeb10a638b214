import { type Chunk, decide, type LoggedEvent } from '@trove/core';
import { compiled, huntDefinition, playEvent, published, T0 } from '@trove/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntry, encodeEntry } from './logLayout.js';
import { OutBlob } from './outBlob.js';
import { encodeOut } from './outLayout.js';

const textsOf = (events: readonly LoggedEvent[]) => events.map(({ data }) => JSON.stringify(data));

describe('the layout of a log entry', () => {
  it('gives back what was written, whatever answers hold', () => {
    const answers = fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 20 });
    fc.assert(
      fc.property(answers, (texts) => {
        const events = texts.map((answer, number) => {
          const data = { clue: 'riddle', answer };
          return playEvent('clue.answered.v1', data, { number, team: `team-${number % 3}` });
        });
        const decoded = decodeEntry(encodeEntry('door-1', events, textsOf(events)));
        expect(decoded).toEqual({ door: 'door-1', events });
      }),
    );
  });

  it('refuses a layout it does not know, and a damaged blob', () => {
    const events = [playEvent('code.scanned.v1', { code: 'A' }, { number: 1 })];
    const blob = encodeEntry('door-1', events, textsOf(events));
    const other = Buffer.from(blob);
    other[0] = 99;
    expect(() => decodeEntry(other)).toThrow('layout 99');
    expect(() => decodeEntry(blob.subarray(0, blob.length - 5))).toThrow('beyond the end');
  });
});

describe('the layout of results', () => {
  const rules = compiled(huntDefinition());
  const view = {
    hunt: () => undefined,
    team: () => undefined,
    teamOf: () => undefined,
    rules: () => rules,
  };
  const scan = (number: number, content = number) =>
    playEvent('code.scanned.v1', { code: 'CLOCK' }, { number, content });
  const events = [published('a'.repeat(64), 1), scan(1), scan(1), scan(2)];
  const chunk: Chunk = {
    entries: [{ id: `${T0}-0`, appendedAtUs: T0 * 1000 + 250, door: 'door-1', events }],
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
