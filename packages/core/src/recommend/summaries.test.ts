import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addTogether,
  type CoVisits,
  coVisitsText,
  newCoVisits,
  nextAt,
  readCoVisits,
  sizeOf,
  slotAt,
  weightAt,
} from './coVisits.js';
import { CO_VISITS, RECOMMEND_LIMITS } from './limits.js';
import { heatAfter, hottestAfter, popularityAt } from './popularity.js';

const { halfLifeMs, hottest: HOTTEST } = RECOMMEND_LIMITS;
const { companions: MOST, one: ONE } = CO_VISITS;
const DAY_MS = 24 * 3_600_000;
const NOON = Date.UTC(2026, 5, 1, 12);

const visit = (slot: number, nowMs = NOON) => ({ slot, weight: 1, isNext: true, nowMs });

/** By slot: visits together, and teams that went there next. */
function companionsOf(visits: CoVisits) {
  return new Map(
    Array.from({ length: sizeOf(visits) }, (_, i) => {
      return [slotAt(visits, i), { weight: weightAt(visits, i), next: nextAt(visits, i) }];
    }),
  );
}

describe('what was visited together with a clue', () => {
  const walks = fc.array(fc.integer({ min: 0, max: 2 * MOST }), { maxLength: 400 });

  it('N3 is bounded, keeps the frequent ones and never tells more teams than there were', () => {
    fc.assert(
      fc.property(walks, (list) => {
        const visits = newCoVisits();
        const truth = new Map<number, number>();
        for (const slot of list) {
          addTogether(visits, visit(slot));
          truth.set(slot, (truth.get(slot) ?? 0) + 1);
        }
        const kept = companionsOf(visits);
        expect(kept.size).toBeLessThanOrEqual(MOST);
        for (const [slot, { weight, next }] of kept) {
          expect(next).toBeLessThanOrEqual(truth.get(slot) ?? 0);
          expect(weight).toBeGreaterThanOrEqual(truth.get(slot) ?? 0);
        }
        for (const [slot, count] of truth) {
          if (count > list.length / MOST) expect(kept.has(slot)).toBe(true);
        }
      }),
    );
  });

  it('N11 counts half as much after fourteen days, in steps of half a day', () => {
    const visits = newCoVisits();
    for (let i = 0; i < 8; i += 1) addTogether(visits, visit(1));
    addTogether(visits, visit(2, NOON + 14 * DAY_MS));
    expect(companionsOf(visits)).toEqual(
      new Map([
        [1, { weight: 4, next: 4 }],
        [2, { weight: 1, next: 1 }],
      ]),
    );
    addTogether(visits, visit(2, NOON + 14.2 * DAY_MS));
    expect(companionsOf(visits).get(1)).toEqual({ weight: 4, next: 4 });
  });

  it('N11 counts less for a clue further back, and only the last one leads on', () => {
    const visits = newCoVisits();
    addTogether(visits, { ...visit(1), weight: 0.5, isNext: false });
    expect(companionsOf(visits).get(1)).toEqual({ weight: 0.5, next: 0 });
  });

  it('N11 comes back from its text as it was, however often it was counted', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 1, max: 5_000 }), (list, times) => {
        const visits = newCoVisits();
        for (const slot of list) addTogether(visits, visit(slot));
        for (let i = 0; i < times; i += 1) addTogether(visits, visit(7));
        expect(readCoVisits(coVisitsText(visits))).toEqual(visits);
        for (const { weight } of companionsOf(visits).values()) {
          expect(weight * ONE).toBeLessThan(0xd800);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('popularity', () => {
  const times = fc.array(fc.integer({ min: 0, max: 40 * halfLifeMs }), { minLength: 1 });
  const START = Date.UTC(2026, 5, 1);

  it('N4 is the sum of 2^(-age / half-life) over all solves', () => {
    fc.assert(
      fc.property(times, (list) => {
        const sorted = list.map((ms) => START + ms).sort((a, b) => a - b);
        const nowMs = sorted.at(-1) ?? START;
        let heat: number | undefined;
        for (const ms of sorted) heat = heatAfter(heat, ms);
        const sum = sorted.reduce((all, ms) => all + 2 ** ((ms - nowMs) / halfLifeMs), 0);
        expect(popularityAt(heat, nowMs) / sum).toBeCloseTo(1, 6);
      }),
    );
  });

  it('N4 the hottest clues are those that a full sort would give', () => {
    const solves = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), times), { maxLength: 80 });
    fc.assert(
      fc.property(solves, (list) => {
        const heat = new Map<string, number>();
        let hottest: readonly string[] = [];
        let nowMs = START;
        for (const [number, [after = 1]] of list) {
          nowMs += 1 + after;
          const clue = `c${number}`;
          heat.set(clue, heatAfter(heat.get(clue), nowMs));
          hottest = hottestAfter(hottest, clue, (one) => heat.get(one));
        }
        const sorted = [...heat].sort(([, a], [, b]) => b - a).map(([clue]) => clue);
        const heats = (clues: readonly string[]) => clues.map((clue) => heat.get(clue));
        expect(heats(hottest)).toEqual(heats(sorted.slice(0, HOTTEST)));
      }),
    );
  });
});
