import { describe, expect, it } from 'vitest';
import { play, START_MS } from '../pipeline/pipeline.fixture.js';
import { WATCH_LIMITS } from './limits.js';
import { answered, guessed, MINUTE, settled, started, told, walked } from './suspicions.fixture.js';

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

  it('FP8 a doubtful position scores and is marked, with what is wrong with it', () => {
    const place = (id: string, more: object) => {
      return {
        id,
        title: id,
        points: 5,
        find: { place: { lat: 1, lon: 1, radiusM: 30, ...more } },
      };
    };
    const clues = [place('strict', { maxAccuracyM: 10 })];
    const send = (number: number, said: { accuracyM?: number; ageS?: number }) => {
      const team = `team-${number}`;
      return play('location.reported.v1', { lat: 1, lon: 1, ...said }, { number, team });
    };
    const marking = { fairPlay: { position: { maxKmh: 6 } } };
    const fold = started();
    fold.publish({ clues, rules: [], quality: marking }, 2);
    const rows = [
      ...[send(1, { accuracyM: 30 }), send(2, {}), send(3, { accuracyM: 5, ageS: 60 })],
      ...[send(4, { accuracyM: 5, ageS: 9 })],
    ].map((event) => fold.decide([event]).results[0]);
    const marked = { outcome: 'suspected', verdict: 'solved', clue: 'strict', points: 5 };
    expect(rows.map((row) => row?.extras)).toEqual([
      { reason: 'accuracy_too_low', suspicions: ['position'] },
      { reason: 'accuracy_unknown', suspicions: ['position'] },
      { reason: 'too_old', suspicions: ['position'] },
      undefined,
    ]);
    expect(rows.slice(0, 3)).toMatchObject([marked, marked, marked]);
    expect(rows[3]).toMatchObject({ outcome: 'accepted', verdict: 'solved' });
    // A clue that it solves without doubt goes before.
    const both = [...clues, place('wide', { radiusM: 200 })];
    fold.publish({ clues: both, rules: [], quality: marking }, 3);
    const [sure] = fold.decide([send(5, { accuracyM: 30 })]).results;
    expect(sure).toMatchObject({ outcome: 'accepted', clue: 'wide', extras: undefined });
  });

  it('FP8 K4 a doubtful position that is late is told that its points are gone', () => {
    const fold = started();
    const quality = {
      fairPlay: { position: { maxKmh: 6 } },
      late: { afterS: 60, otherwise: 'no_points' },
    };
    fold.publish({ quality }, 2);
    fold.decide([walked(0, 30, 1)], { atMs: START_MS + 30 * MINUTE });
    const vague = { lat: 1, lon: 1, accuracyM: 900 };
    const event = play('location.reported.v1', vague, { number: 2 });
    const late = { ...event, sentAtMs: START_MS, receivedAtUs: START_MS * 1000 };
    const [row] = fold.decide([late], { atMs: START_MS + 31 * MINUTE }).results;
    expect(row).toMatchObject({ outcome: 'suspected', verdict: 'solved', points: 0 });
    expect(row?.extras).toEqual({ reason: 'late_without_points', suspicions: ['position'] });
  });

  it('FP8 a replay is never suspected, so a doubtful position stays uncertain in it', () => {
    const fold = started({ position: { maxKmh: 6 } });
    const event = play('location.reported.v1', { lat: 1, lon: 1, accuracyM: 900 }, { number: 1 });
    fold.parked.add(event.identity);
    const [row] = fold.replay([event]).results;
    const extras = { reason: 'on_the_edge' };
    expect(row).toMatchObject({ outcome: 'replayed', verdict: 'uncertain', points: 0, extras });
    expect(fold.scoreOf('herons')).toBe(0);
  });

  it('FP8 an operator takes the points of a doubtful position back, or lets them stand', () => {
    for (const [as, outcome, points] of [
      ['overturned', 'overturned', -10],
      ['confirmed', 'accepted', 0],
    ] as const) {
      const fold = started({ position: { maxKmh: 6 } });
      const data = { lat: 1, lon: 1, accuracyM: 900 };
      const [row] = fold.decide([play('location.reported.v1', data, { number: 1 })]).results;
      expect(row).toMatchObject({ outcome: 'suspected', points: 10 });
      const [done] = fold.decide([settled(as, row?.position ?? -1, 50)]).results;
      expect(done).toMatchObject({ outcome, points, extras: { settled: { as } } });
      expect(fold.scoreOf('herons')).toBe(10 + points);
    }
  });
});
