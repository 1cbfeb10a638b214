import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HuntDraft } from '../game/huntDraft.js';
import { control, Fold, play, START_MS } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { WATCH_LIMITS } from './limits.js';
import { remember, settle } from './settle.js';
import type { Fix } from './teamWatch.js';
import { travel } from './travel.js';

const MINUTE = 60_000;
const NOTHING = {
  base: undefined,
  rules: undefined,
  teams: undefined,
  memory: undefined,
  watches: undefined,
  recommends: true,
};
/** A degree of latitude, metres. */
const DEGREE_M = 111_195;

function started(fairPlay?: Record<string, unknown>): Fold {
  const fold = new Fold();
  fold.publish(fairPlay === undefined ? {} : { quality: { fairPlay } });
  return fold;
}

/** Was so many metres north of the start at this minute of event time. */
function walked(metres: number, minute: number, number: number, accuracyM = 0): LoggedEvent {
  const timeMs = START_MS + minute * MINUTE;
  const place = { lat: 5 + metres / DEGREE_M, lon: 9, accuracyM };
  const event = play('location.reported.v1', place, { number, timeMs });
  return { ...event, sentAtMs: timeMs, receivedAtUs: timeMs * 1000 };
}

function answered(answer: string, number: number, team = 'herons'): LoggedEvent {
  return play('clue.answered.v1', { clue: 'riddle', answer }, { number, team });
}

const told = (fold: Fold, event: LoggedEvent, atMs = START_MS) => {
  const [row] = fold.decide([event], { atMs }).results;
  return row?.outcome === 'suspected' ? row.extras?.suspicions : row?.outcome;
};

/** A solve that is suspected for guessing. */
function guessed(): { fold: Fold; position: number } {
  const fold = started({ guessing: { wrong: 1, inS: 600 } });
  fold.publish(
    {
      quality: { fairPlay: { guessing: { wrong: 1, inS: 600 } } },
      clues: [{ id: 'riddle', title: 'R', points: 30, find: { answer: { accept: ['lantern'] } } }],
      rules: [],
    },
    2,
  );
  fold.decide([answered('candle', 1)]);
  const [row] = fold.decide([answered('lantern', 2)]).results;
  return { fold, position: row?.position ?? -1 };
}

function settled(as: 'confirmed' | 'overturned', position: number, number: number): LoggedEvent {
  const data = { team: 'herons', position, as, by: 'op', reason: 'seen on the camera' };
  return control({ type: 'suspicion.settled.v1', data }, { number });
}

describe('suspicions', () => {
  it('FP1 mark an event that scores all the same', () => {
    const { fold, position } = guessed();
    expect(fold.scoreOf('herons')).toBe(30);
    expect(position).toBeGreaterThan(0);
    const plain = started();
    for (let n = 0; n < 9; n += 1) expect(told(plain, answered('candle', n))).toBe('accepted');
  });

  it('FP2 finds a position that nobody can have travelled to, and not those that follow', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const said = [walked(0, 0, 1), walked(900, 1, 2), walked(9_000, 2, 3), walked(1_800, 2, 4)].map(
      (event) => told(fold, event),
    );
    expect(said).toEqual(['accepted', 'accepted', ['travel'], 'accepted']);
  });

  it('FP2 goes by event time when a position comes late', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const honest = [walked(0, 0, 1), walked(3_000, 10, 2), walked(1_500, 5, 3)];
    expect(honest.map((event) => told(fold, event))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(told(fold, walked(9_000, 7, 4))).toEqual(['travel']);
  });

  it('FP2 gives a position the benefit of its accuracy', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    told(fold, walked(0, 0, 1, 500));
    expect(told(fold, walked(1_900, 1, 2, 500))).toBe('accepted');
    expect(told(fold, walked(4_000, 2, 3))).toEqual(['travel']);
  });

  it('FP2 keeps fixes in the order of event time, in whatever order they come', () => {
    const fix = fc.record({
      atMs: fc.nat({ max: 99 }).map((minute) => minute * MINUTE),
      lat: fc.double({ min: 0, max: 0.01, noNaN: true }),
      lon: fc.constant(0),
      accuracyM: fc.constant(0),
    });
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 30 }), (list) => {
        let fixes: readonly Fix[] = [];
        for (const one of list) fixes = travel(fixes, one, 2_000).fixes;
        const times = fixes.map(({ atMs }) => atMs);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(fixes.length).toBeLessThanOrEqual(WATCH_LIMITS.fixes);
      }),
    );
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

  it('FP5 an operator takes points back and gives them again, once each way', () => {
    const { fold, position } = guessed();
    const rows = (['overturned', 'overturned', 'confirmed', 'confirmed'] as const).map((as, i) => {
      return fold.decide([settled(as, position, 50 + i)]).results[0];
    });
    expect(rows.map((row) => row?.points)).toEqual([-30, 0, 30, 0]);
    expect(rows.map((row) => row?.score)).toEqual([0, 0, 30, 30]);
    expect(rows.map((row) => row?.outcome)).toEqual([
      'overturned',
      'overturned',
      'accepted',
      'accepted',
    ]);
    expect(rows[0]?.extras?.settled).toEqual({
      position,
      as: 'overturned',
      reason: 'seen on the camera',
    });
    expect(fold.cells.teams.get('hunt')?.get('herons')?.solved.has('riddle')).toBe(true);
  });

  it('FP6 keeps a bounded number of suspects, and settles none that it does not know', () => {
    const { fold, position } = guessed();
    const unknown = fold.decide([settled('overturned', position + 900, 60)]).results[0];
    expect(unknown).toMatchObject({ verdict: 'no_clue', points: 0 });
    const hunt = new HuntDraft('hunt', NOTHING);
    const suspect = {
      eventId: 'e',
      clue: 'riddle',
      points: 1,
      suspicions: [],
      standing: undefined,
    };
    for (let at = 0; at < WATCH_LIMITS.suspects; at += 1) remember(hunt, 'herons', [at, suspect]);
    settle(hunt, { team: 'herons', position: 7, as: 'confirmed', by: 'op', reason: 'seen' });
    remember(hunt, 'herons', [900, suspect]);
    remember(hunt, 'herons', [901, suspect]);
    const { suspects } = hunt.watch.of('herons');
    expect(suspects.size).toBe(WATCH_LIMITS.suspects);
    expect([7, 0, 1, 900, 901].map((at) => suspects.has(at))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
