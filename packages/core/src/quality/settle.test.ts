import { describe, expect, it } from 'vitest';
import { HuntDraft } from '../game/huntDraft.js';
import { WATCH_LIMITS } from './limits.js';
import { remember, settle } from './settle.js';
import { guessed, settled } from './suspicions.fixture.js';
import type { Suspect } from './teamWatch.js';

const NOTHING = {
  base: undefined,
  rules: undefined,
  teams: undefined,
  memory: undefined,
  watches: undefined,
  recommends: true,
};

const SUSPECT = {
  ...{ eventId: 'e', clue: 'riddle', points: 0, standing: undefined },
  suspicions: ['guessing'],
} as const satisfies Suspect;

describe('settling', () => {
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
    const suspect = { ...SUSPECT, points: 1 };
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
