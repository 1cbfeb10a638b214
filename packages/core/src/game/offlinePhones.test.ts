/** The phones of one team that played offline, and come together in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fold } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { joins, made, ownScan, teamIn } from './membership.fixture.js';
import { started } from './operations.fixture.js';

/** Three clues, the last of which waits for the first. */
const TRAIL = {
  clues: [
    { id: 'a', title: 'A', points: 10, find: { code: 'A' } },
    { id: 'b', title: 'B', points: 20, find: { code: 'B' } },
    { id: 'c', title: 'C', points: 40, find: { code: 'C' }, requires: { all: ['a'] } },
  ],
  rules: [],
};

/** Fewer than phones: some players have several, each with a count of its own. */
const PLAYERS = 3;

/** What each phone has scanned while it was offline, in its own order. */
const phones = fc.array(fc.array(fc.constantFrom('A', 'B', 'C', 'NOPE'), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 5,
});

describe('the phones of a team that were offline', () => {
  it('TM10 bring one award a clue however they come together, the first in the log', () => {
    const merges = fc.record({
      gathered: phones,
      choices: fc.array(fc.nat({ max: 99 }), { minLength: 40, maxLength: 40 }),
      perChunk: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(merges, ({ gathered, choices, perChunk }) => {
        const merged = merge(gathered, choices);
        const fold = teamOf(PLAYERS);
        const rows = chunksOf(merged, perChunk).flatMap((events) => fold.decide(events).results);
        expect(rows.map(({ verdict, points }) => [verdict, points])).toEqual(byHand(merged));
        const whole = teamOf(PLAYERS);
        whole.decide(merged);
        expect(teamIn(whole)).toEqual(teamIn(fold));
      }),
      { numRuns: 200 },
    );
  });
});

/** A team of so many players, each with a phone. */
function teamOf(players: number): Fold {
  const fold = started(TRAIL);
  const others = Array.from({ length: players - 1 }, (_, i) => joins(`p${i + 1}`, 'herons'));
  fold.decide([made('p0', 'herons'), ...others]);
  return fold;
}

/** The phones’ events in one order of the log: each phone’s own order holds. */
function merge(gathered: readonly (readonly string[])[], choices: number[]): LoggedEvent[] {
  const left = gathered.map((codes, phone) => {
    return codes.map((code, i) => {
      const player = `p${phone % PLAYERS}`;
      const sequence = { device: `phone-${phone}`, epoch: 1, seq: i };
      const scanned = ownScan(player, 'herons', { code, number: phone * 100 + i + 1 });
      return { ...scanned, sequence };
    });
  });
  return choices.flatMap((choice) => {
    const waiting = left.filter((events) => events.length > 0);
    return waiting[choice % Math.max(1, waiting.length)]?.splice(0, 1) ?? [];
  });
}

function byHand(events: readonly LoggedEvent[]): [string, number][] {
  const solved = new Set<string>();
  return events.map(({ data }): [string, number] => {
    const { code } = data as { code: string };
    const worth = { A: 10, B: 20, C: 40 }[code];
    if (worth === undefined) return ['no_clue', 0];
    if (solved.has(code)) return ['already_solved', 0];
    if (code === 'C' && !solved.has('A')) return ['locked', 0];
    solved.add(code);
    return ['solved', worth];
  });
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
