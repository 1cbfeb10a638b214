import { describe, expect, it } from 'vitest';
import { play, START_MS } from '../pipeline/pipeline.fixture.js';
import { answered, guessed, started, told } from './suspicions.fixture.js';

describe('suspicions', () => {
  it('FP1 mark an event that scores all the same', () => {
    const { fold, position } = guessed();
    expect(fold.scoreOf('herons')).toBe(30);
    expect(position).toBeGreaterThan(0);
    const plain = started();
    for (let n = 0; n < 9; n += 1) expect(told(plain, answered('candle', n))).toBe('accepted');
  });

  it('FP3 finds answers beyond the bucket of wrong ones, the right one too', () => {
    const fold = started({ guessing: { wrong: 2, inS: 100 } });
    fold.publish(
      {
        quality: { fairPlay: { guessing: { wrong: 2, inS: 100 } } },
        clues: [{ id: 'riddle', title: 'R', points: 3, find: { answer: { accept: ['lantern'] } } }],
        rules: [],
      },
      2,
    );
    const said = ['aaaa', 'bbbb', 'cccc', 'lantern'].map((answer, i) => {
      return told(fold, answered(answer, i));
    });
    expect(said).toEqual(['accepted', 'accepted', ['guessing'], ['guessing']]);
    const calm = started({ guessing: { wrong: 2, inS: 100 } });
    for (let n = 0; n < 2; n += 1) {
      expect(told(calm, answered('aaaa', n), START_MS + n * 51_000)).toBe('accepted');
    }
  });

  it('FP3 is not forgotten for what expectations keep', () => {
    const fold = started({ guessing: { wrong: 1, inS: 600 } });
    const often = { id: 'often', on: 'clue.answered.v1', expect: { atMost: 9, perS: 1 } };
    const fairPlay = { guessing: { wrong: 1, inS: 600 } };
    const quality = { fairPlay, expectations: [{ ...often, otherwise: 'warn' }] };
    const find = { answer: { accept: ['lantern'] } };
    const clues = [{ id: 'riddle', title: 'R', points: 3, find }];
    fold.publish({ quality, clues, rules: [] }, 2);
    fold.decide([answered('candle', 0)]);
    for (let player = 1; player <= WATCH_LIMITS.gauges + 9; player += 1) {
      const data = { clue: 'no-such', answer: 'aaaa' };
      const mate = play('clue.answered.v1', data, { number: player });
      fold.decide([{ ...mate, player: `p${player}` }]);
    }
    expect(told(fold, answered('lantern', 9_999))).toEqual(['guessing']);
  });

  it('FP4 finds the same mistake of another team, in time and long enough to tell', () => {
    const fold = started({ sharing: { withinS: 60 } });
    expect(told(fold, answered('The Candle!', 1))).toBe('accepted');
    expect(told(fold, answered('candle', 2, 'otters'))).toBe('accepted');
    expect(told(fold, answered('the candle', 3, 'otters'))).toBe('accepted');
    const lynxes = answered('the candle', 4, 'lynxes');
    expect(told(fold, lynxes, START_MS + 60_000)).toEqual(['sharing']);
    const foxes = answered('the candle', 5, 'foxes');
    expect(told(fold, foxes, START_MS + 120_001)).toBe('accepted');
    for (const [team, number] of [
      ['owls', 6],
      ['hares', 7],
    ] as const) {
      expect(told(fold, answered('ab', number, team))).toBe('accepted');
    }
  });
});
