import type { TriedEvent } from '@trove/core';
import { describe, expect, it } from 'vitest';
import { titlesOfHunt } from '../rules/titles';
import { triedFacts } from './triedFacts';

const titles = titlesOfHunt({ clues: [{ id: 'pier', title: 'The old pier' }] });
const EVENT: TriedEvent = {
  outcome: 'accepted',
  why: '',
  points: 10,
  scoreBefore: 1_000,
  scoreAfter: 1_010,
  rules: [],
  effects: {},
  counters: {},
  next: [],
  isNextTold: false,
};

const PIER = { clue: 'pier', distanceM: 320, wentNext: 0, popularity: 0 };

describe('what came of a tried event', () => {
  it('leaves out what there is nothing to tell of', () => {
    expect(triedFacts(EVENT, titles)).toEqual([
      ['Points', '1,000 → 1,010'],
      ['If it asks', 'nothing is left to try'],
    ]);
  });

  it('tells the board, what was unlocked, and what the team hears', () => {
    const facts = triedFacts(
      {
        ...EVENT,
        board: { rankBefore: 7, rankAfter: 5, of: 40 },
        effects: { unlocked: ['pier', 'gone'], badges: ['star'], messages: ['Hi'] },
        counters: { lamps: 2 },
        next: [{ ...PIER, reason: 'near', chance: 60, probability: 1 }],
        isNextTold: true,
      },
      titles,
    );
    expect(Object.fromEntries(facts)).toMatchObject({
      Rank: '7 → 5 of 40',
      Unlocked: '“The old pier”, gone',
      Counters: 'lamps 2',
      Badges: 'star',
      Told: '“Hi”',
      'Told to try': '“The old pier” (320 m)',
    });
  });
});
