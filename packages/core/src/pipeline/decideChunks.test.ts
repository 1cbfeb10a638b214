/** However a log is cut into chunks, it comes to the same state. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { started } from '../game/operations.fixture.js';
import type { LogEntry } from '../ports/loggedEvent.js';
import { beginsChunk } from './beginsChunk.js';
import type { ResultRow } from './decision.js';
import { play, START_MS, scan } from './pipeline.fixture.js';

const HOUR = 3_600_000;

/** Every rung, and an answer of each hardness. */
const QUALITY = {
  dedup: { fingerprint: { windows: [{ on: 'code.scanned.v1', windowS: 3_600 }] } },
  late: { afterS: 60, otherwise: 'no_points' },
  fairPlay: {
    travel: { maxKmh: 60 },
    guessing: { wrong: 2, inS: 60 },
    sharing: { withinS: 3_600 },
  },
  expectations: [
    {
      id: 'often',
      on: 'code.scanned.v1',
      expect: { atMost: 9, perS: 60 },
      otherwise: 'quarantine',
    },
    { id: 'grows', on: 'code.scanned.v1', expect: { growing: 'time' }, otherwise: 'refuse' },
    { id: 'fresh', on: 'code.scanned.v1', expect: { freshS: 1 }, otherwise: 'warn' },
  ],
};

/** The longest chunks there may be: what comes back from quarantine begins one. */
function chunksOf(entries: readonly LogEntry[]): LogEntry[][] {
  const chunks: LogEntry[][] = [];
  for (const entry of entries) {
    const chunk = chunks.at(-1);
    if (chunk === undefined || beginsChunk(entry)) chunks.push([entry]);
    else chunk.push(entry);
  }
  return chunks;
}

describe('decide', () => {
  it('P3 the same log gives the same state however it is cut into chunks', () => {
    const events = fc.array(
      fc.record({
        number: fc.integer({ min: 0, max: 30 }),
        hunt: fc.constantFrom('hunt', 'hunt', 'other'),
        content: fc.integer({ min: 0, max: 1 }),
        team: fc.constantFrom('herons', 'otters', 'lynxes'),
        code: fc.constantFrom('CLOCK', 'VAULT', 'LATE', 'NOPE', 'HERE'),
        isReplay: fc.boolean(),
        counted: fc.option(fc.record({ epoch: fc.nat({ max: 1 }), seq: fc.nat({ max: 40 }) })),
        idleHours: fc.constantFrom(0, 0, 0, 0, 0, 30),
      }),
      { maxLength: 60 },
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
    const hunts = fc.constantFrom({}, { quality: QUALITY }, { clock: 'events', maxEvents: 4 });
    const parked = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 9 });
    const timeOf = (number: number) => START_MS + (number % 6) * 20 * HOUR;
    fc.assert(
      fc.property(events, cuts, hunts, parked, (list, sizes, more, inQuarantine) => {
        const [whole, cut] = [started(more), started(more)];
        for (const fold of [whole, cut]) fold.publish(more, 2, 'other');
        for (const number of inQuarantine) {
          const { identity } = scan('CLOCK', { number, timeMs: timeOf(number) });
          for (const fold of [whole, cut]) fold.parked.add(identity);
        }
        let atMs = START_MS;
        const entries = list.map((one) => {
          const { code, number, hunt, team, content, isReplay, counted, idleHours } = one;
          atMs += idleHours * HOUR;
          const said = { number, hunt, team, timeMs: timeOf(number) };
          const sent = { ...said, content: number * 2 + content };
          const sequence = counted === null ? undefined : { device: 'phone', ...counted };
          const answer = { clue: 'riddle', answer: 'candle' };
          const here = { lat: content * 40 + (number % 2), lon: 1 };
          const tried =
            code === 'NOPE'
              ? play('clue.answered.v1', answer, sent)
              : code === 'HERE'
                ? play('location.reported.v1', here, sent)
                : scan(code, sent);
          const event = { ...tried, sequence };
          return { ...whole.entry([event], atMs), isReplay };
        });
        const rowOf = ({ outcome, firstPosition, asked }: ResultRow) => {
          return { outcome, firstPosition, asked };
        };
        const rows = chunksOf(entries).flatMap((chunk) => {
          return whole.decideEntries(chunk).results.map(rowOf);
        });
        const pieces: object[] = [];
        for (let at = 0, turn = 0; at < entries.length; turn += 1) {
          const [piece = []] = chunksOf(entries.slice(at, at + (sizes[turn % sizes.length] ?? 1)));
          pieces.push(...cut.decideEntries(piece).results.map(rowOf));
          at += piece.length;
        }
        expect(pieces).toEqual(rows);
        expect(cut.cells).toEqual(whole.cells);
        expect(cut.parked).toEqual(whole.parked);
      }),
    );
  });

  it('P3 an idle hunt’s floor moves with its first event, not with that event’s commit', () => {
    const [nowMs, old] = [START_MS + 100 * HOUR, scan('CLOCK', { number: 2 })];
    const fold = started();
    const fresh = fold.entry([scan('NOPE', { number: 1, timeMs: nowMs })], nowMs);
    const { results, hunts } = fold.decideEntries([fresh, fold.entry([old], nowMs)]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'late']);
    expect(hunts[0]?.dropBuckets).toContain(START_MS);
  });
});
