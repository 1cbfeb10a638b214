import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFollower, teamsOf } from './followers.js';
import type { Follower } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';
import { heatAfter, hottestAfter, popularityAt } from './popularity.js';

const { followers: MOST, halfLifeMs, hottest: HOTTEST } = RECOMMEND_LIMITS;

describe('successors of a clue', () => {
  it('N3 are bounded, keep the frequent ones and never tell more teams than there were', () => {
    const walks = fc.array(fc.integer({ min: 0, max: 2 * MOST }), { maxLength: 400 });
    fc.assert(
      fc.property(walks, (list) => {
        const summary = new Map<string, Follower>();
        const truth = new Map<string, number>();
        for (const number of list) {
          addFollower(summary, `c${number}`);
          truth.set(`c${number}`, (truth.get(`c${number}`) ?? 0) + 1);
        }
        expect(summary.size).toBeLessThanOrEqual(MOST);
        for (const [clue, follower] of summary) {
          expect(teamsOf(follower)).toBeLessThanOrEqual(truth.get(clue) ?? 0);
          expect(follower.count).toBeGreaterThanOrEqual(truth.get(clue) ?? 0);
        }
        for (const [clue, count] of truth) {
          if (count > list.length / MOST) expect(summary.has(clue)).toBe(true);
        }
      }),
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
