import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEARNING, SKILL } from './limits.js';
import { copyWeights, gapOf, learn, startWeights, weightsAfter } from './rankModel.js';
import { MINUTE, named, placeClue, Walk } from './recommend.fixture.js';
import { roughLog } from './roughLog.js';
import { AT, SIGNALS } from './signals.js';
import { chanceOf, rated, UNRATED } from './skill.js';

const COUNT = SIGNALS.length;

/** Two clues that differ in one signal only. */
function pair(at: number): Float64Array {
  const signals = new Float64Array(2 * COUNT);
  signals[at] = 1;
  return signals;
}

describe('what teams follow', () => {
  it('N14 raises the weight of what was chosen and lowers that of what was passed by', () => {
    const own = copyWeights(startWeights());
    for (let i = 0; i < 50; i += 1)
      learn(own, { signals: pair(AT.next), rows: 2, chosen: 0, gap: 0 });
    for (let i = 0; i < 50; i += 1)
      learn(own, { signals: pair(AT.near), rows: 2, chosen: 1, gap: 0 });
    const weights = weightsAfter(own, 0);
    expect(weights[AT.next]).toBeGreaterThan(LEARNING.start.next);
    expect(weights[AT.near]).toBeLessThan(LEARNING.start.near);
    expect(weights[AT.together]).toBe(LEARNING.start.together);
    expect(startWeights().weights[AT.next]).toBe(LEARNING.start.next);
  });

  it('N14 learns each gap beside what holds for all', () => {
    const own = copyWeights(startWeights());
    for (let i = 0; i < 20; i += 1)
      learn(own, { signals: pair(AT.near), rows: 2, chosen: 1, gap: 2 });
    const near = [0, 1, 2].map((gap) => weightsAfter(own, gap)[AT.near] ?? 0);
    expect(near[0]).toBe(near[1]);
    expect(near[2]).toBeLessThan(near[0] ?? 0);
    expect([0, 29 * MINUTE, 30 * MINUTE, 1_440 * MINUTE].map(gapOf)).toEqual([0, 0, 1, 2]);
  });

  it('N14 keeps weights within their bounds, whatever is chosen', () => {
    const choice = fc.record({
      signals: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
        minLength: 3 * COUNT,
        maxLength: 3 * COUNT,
      }),
      chosen: fc.integer({ min: 0, max: 2 }),
      gap: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 60 }), (choices) => {
        const own = copyWeights(startWeights());
        for (const { signals, chosen, gap } of choices) {
          learn(own, { signals: Float64Array.from(signals), rows: 3, chosen, gap });
        }
        for (const weight of own.weights) {
          expect(Math.abs(weight)).toBeLessThanOrEqual(LEARNING.most);
        }
      }),
    );
  });

  it('N14 a hunt whose teams go far learns to send them far', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `c${i}`);
    const walk = new Walk(ids.map((id, i) => placeClue({ id, lon: i * 0.004 })));
    for (let team = 0; team < 60; team += 1) {
      const from = team % 6;
      walk.decide(walk.visit(`t${team}`, `c${from}`, team));
      walk.decide(walk.visit(`t${team}`, `c${from + 6}`, team));
    }
    const { weights } = walk.memory ?? {};
    expect(weights?.choices).toBe(60);
    const far = weightsAfter(weights ?? startWeights(), 0);
    expect(far[AT.near]).toBeLessThan(LEARNING.start.near);
    expect(named(walk.decide(walk.visit('new', 'c2', 70)).next)?.[0]).toBe('c8');
  });

  it('N21 a new team is told by the rest of what all did, and a new clue by its distance', () => {
    const walk = new Walk(['a', 'b', 'c', 'd'].map((id, i) => placeClue({ id, lon: i * 0.001 })));
    const [first] = walk.decide(walk.visit('x', 'a')).next ?? [];
    expect(first).toMatchObject({ clue: 'b', reason: 'near', wentNext: 0, popularity: 0 });
  });
});

describe('skill and difficulty', () => {
  it('N15 a solve raises the team and lowers the clue, a wrong answer the other way', () => {
    const solved = rated({ skill: UNRATED, difficulty: UNRATED }, true);
    expect(solved.skill.rating).toBe(SKILL.step / 2);
    expect(solved.difficulty.rating).toBe(-SKILL.step / 2);
    const missed = rated({ skill: UNRATED, difficulty: UNRATED }, false);
    expect(missed).toEqual({ skill: solved.difficulty, difficulty: solved.skill });
  });

  it('N15 comes near to the truth, and moves less the more is known', () => {
    const hard = 1.5;
    let difficulty = UNRATED;
    let state = 1;
    for (let i = 0; i < 3_000; i += 1) {
      state = (state * 48_271) % 2_147_483_647;
      const isSolved = state / 2_147_483_647 < chanceOf(0, hard);
      difficulty = rated({ skill: UNRATED, difficulty }, isSolved).difficulty;
    }
    expect(difficulty.rating).toBeGreaterThan(hard - 0.4);
    expect(difficulty.rating).toBeLessThan(hard + 0.4);
  });

  it('N15 wrong answers make a clue harder in what is remembered', () => {
    const clues = [{ id: 'riddle', title: 'r', points: 1, find: { answer: { accept: ['owl'] } } }];
    const walk = new Walk([placeClue({ id: 'a', lon: 0 }), ...clues]);
    walk.decide(walk.visit('x', 'a'));
    walk.decide(walk.answer('x', { clue: 'riddle', answer: 'bat' }));
    const slot = walk.memory?.slots.get('riddle') ?? -1;
    expect(walk.memory?.figures.get(slot)?.difficulty).toMatchObject({ tries: 1 });
    expect(walk.memory?.figures.get(slot)?.difficulty.rating).toBeGreaterThan(0);
  });
});

describe('the rough logarithm', () => {
  it('N12 is near the exact one, and grows with its number', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (value) => {
        expect(Math.abs(roughLog(value) - Math.log(value))).toBeLessThan(0.01);
        expect(roughLog(value * 1.1)).toBeGreaterThan(roughLog(value));
      }),
    );
  });
});
