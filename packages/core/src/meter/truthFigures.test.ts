import { Injected, type TruthAnswer } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { pairAnswers } from './pairAnswers.js';
import { RIGHT_ANSWERS } from './truthClasses.js';
import { injectedCounts, isExactWhole, truthFigures } from './truthFigures.js';

describe('precision and recall', () => {
  it('M1 recall is the share of what was injected that was called so', () => {
    const { duplicate } = truthFigures({ 'retry>duplicate': 3, 'retry>clean': 1 });
    expect(duplicate).toMatchObject({ injected: 4, found: 3, recall: 0.75, precision: 1 });
  });

  it('M1 a sending that was never answered lowers the recall of its class', () => {
    const { late } = truthFigures({ 'late>late': 1, 'late>unanswered': 1 });
    expect(late).toMatchObject({ injected: 2, recall: 0.5 });
  });

  it('M2 precision is the share of what was called so that was injected so', () => {
    const { conflict } = truthFigures({
      'alteredPayload>conflict': 2,
      'idCollision>conflict': 1,
      'clean>conflict': 1,
    });
    expect(conflict).toMatchObject({ found: 3, mistaken: 1, precision: 0.75, recall: 1 });
  });

  it('M2 a word that is right for another class says nothing against this one', () => {
    const figures = truthFigures({ 'doubleTap>alike': 1, 'twoDevices>alike': 1 });
    expect(figures.doubleTap).toMatchObject({ mistaken: 0, precision: 1 });
    expect(figures.doubleTap).toMatchObject({ mistaken: 0, precision: 1, recall: 1 });
  });

  it('M2 who is suspected of something else is no mistaken teleport', () => {
    const counts = { 'teleport>travel': 3, 'clean>suspected': 9, 'clean>travel': 1 };
    expect(truthFigures(counts).teleport).toMatchObject({ found: 3, mistaken: 1, precision: 0.75 });
  });

  it('M2 what was never injected or never called has no figure', () => {
    expect(truthFigures({ 'doubleTap>clean': 5 }).doubleTap).toEqual({
      injected: 5,
      found: 0,
      mistaken: 0,
      precision: null,
      recall: 0,
    });
    expect(truthFigures({}).contract).toMatchObject({ precision: null, recall: null });
  });

  it.each(Injected.options)('M3 every right answer to %s counts for its class', (injected) => {
    for (const answer of RIGHT_ANSWERS[injected]) {
      const figures = truthFigures({ [`${injected}>${answer}`]: 7 });
      for (const one of Object.values(figures)) expect(one.mistaken).toBe(0);
      const found = Object.values(figures).reduce((sum, one) => sum + one.found, 0);
      expect(found).toBe(
        ['clean', 'aftermath', 'lookalike', 'offlineBurst', 'skewedClock'].includes(injected)
          ? 0
          : 7,
      );
    }
  });

  it('M3 only exact classes have to be whole', () => {
    expect(isExactWhole(truthFigures({ 'doubleTap>clean': 1, 'clean>clean': 1 }))).toBe(true);
    expect(isExactWhole(truthFigures({ 'retry>clean': 1 }))).toBe(false);
    expect(isExactWhole(truthFigures({ 'clean>contract': 1 }))).toBe(false);
  });

  it('sums what was injected', () => {
    const counts = { 'late>late': 2, 'late>clean': 1, 'clean>clean': 9 };
    expect(injectedCounts(counts)).toEqual({ clean: 9, late: 3 });
  });
});

describe('answers of one id', () => {
  const both = (sendings: Injected[], answers: TruthAnswer[]) => [
    pairAnswers(sendings, answers).toSorted(),
    pairAnswers(sendings.toReversed(), answers.toReversed()).toSorted(),
  ];

  it('M4 are told apart by their numbers, in whatever order they come', () => {
    const right = ['clean>clean', 'retry>duplicate', 'retry>duplicate'];
    for (const pairs of both(['clean', 'retry', 'retry'], ['duplicate', 'clean', 'duplicate'])) {
      expect(pairs).toEqual(right);
    }
  });

  it('M4 leave a mistake where it is', () => {
    expect(both(['clean', 'retry'], ['clean', 'clean'])[0]).toEqual(['clean>clean', 'retry>clean']);
    expect(both(['clean'], ['conflict'])[0]).toEqual(['clean>conflict']);
  });

  it('M4 go first to those that have the fewest right ones', () => {
    for (const pairs of both(['aftermath', 'clean'], ['clean', 'suspected'])) {
      expect(pairs).toEqual(['aftermath>suspected', 'clean>clean']);
    }
  });

  it('M4 that are missing leave a sending unanswered', () => {
    expect(pairAnswers(['clean', 'retry'], ['clean'])).toEqual(['clean>clean', 'retry>unanswered']);
  });
});
