import { type Chunk, decide } from '@trove/core';
import {
  compiled,
  emptyView,
  huntDefinition,
  made,
  playEvent,
  published,
  T0,
} from '@trove/testkit';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './codec/bytes.js';
import { OutBlob } from './codec/outBlob.js';
import { encodeOut } from './codec/outLayout.js';
import { ResultTexts } from './resultJson.js';
import { toResult } from './toResult.js';

const penalty = { id: 'twice', on: 'code.scanned.v1', when: 'verdict == "already_solved"' };
const said = { id: 'said', on: 'code.scanned.v1', when: 'verdict == "no_clue"' };
const award = { id: 'also', on: 'code.scanned.v1', when: 'verdict == "solved"' };
const { rules: first } = huntDefinition();
const rules = compiled(
  huntDefinition({
    rules: [
      ...first,
      { ...award, then: { award: 1 } },
      { ...penalty, then: { award: -7 } },
      { ...said, then: { message: '„Höher“, rief sie. \u2028 🏮', badge: 'keen' } },
    ],
    badges: [{ id: 'keen', title: 'Keen' }],
  }),
);
const view = emptyView(rules);
const scan = (number: number, code = 'CLOCK', content = number) =>
  playEvent('code.scanned.v1', { code }, { number, content });

/** The text with the escapes that keep it ASCII taken back. */
const unescaped = (json: string) =>
  json.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => {
    return String.fromCharCode(Number.parseInt(code, 16));
  });

describe('results as JSON', () => {
  const events = [
    published('a'.repeat(64), 1),
    made('ada', 'herons', 2),
    scan(1),
    scan(1),
    scan(1, 'CLOCK', 99),
    scan(2),
    scan(3, 'NOPE'),
    scan(4, 'VAULT'),
    playEvent('clue.answered.v1', { clue: 'riddle', answer: 'no' }, { number: 5, team: 'owls' }),
    playEvent('location.reported.v1', { lat: 9, lon: 9 }, { number: 6 }),
  ];
  const chunk: Chunk = {
    entries: [{ id: `${T0}-0`, appendedAtUs: T0 * 1000, door: 'door-1', isReplay: false, events }],
    decided: 1_099_511_627_770,
    repeats: new Map(),
    poisoned: new Set([8]),
  };
  const decision = decide(chunk, view);
  const head = { epoch: 7, decidedAtUs: T0 * 1000, firstPosition: chunk.decided };
  const blob = new OutBlob(encodeOut(head, decision));
  const indexes = events.map((_, index) => index);

  it('are what JSON.stringify makes of them', () => {
    const texts = new ResultTexts(new ByteWriter());
    const places = indexes.map((index) => texts.add(blob, index));
    const results = indexes.map((index) => toResult(blob, index));
    const textOf = (from: number, to: number) => Buffer.from(texts.between(from, to)).toString();
    const written = textOf(0, places.at(-1)?.to ?? 0);
    expect(unescaped(written)).toBe(results.map((result) => JSON.stringify(result)).join(','));
    expect(Buffer.byteLength(written)).toBe(written.length);
    const parts = places.map(({ from, to }) => JSON.parse(textOf(from, to)));
    expect(parts).toEqual(results);
  });

  it('carry what few of them tell beside', () => {
    const results = indexes.map((index) => toResult(blob, index));
    const messages = ['„Höher“, rief sie. \u2028 🏮'];
    expect(results[6]).toMatchObject({ verdict: 'no_clue', badges: ['keen'], messages });
    expect(indexes.filter((index) => blob.extrasOf(index) !== undefined)).toEqual([1, 6]);
  });

  it('show every kind of row here', () => {
    const results = indexes.map((index) => toResult(blob, index));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(
      new Set(['accepted', 'duplicate', 'conflict', 'quarantined']),
    );
    expect(results.some(({ points }) => points === -7)).toBe(true);
    expect(results.some(({ rules: fired }) => fired?.length === 2)).toBe(true);
  });
});
