import { describe, expect, it } from 'vitest';
import { START_MS } from '../pipeline/pipeline.fixture.js';
import { clueViews } from './clueViews.js';
import { made } from './membership.fixture.js';
import { iso, phase } from './operations.fixture.js';
import {
  accept,
  appeal,
  PHOTO_CLUES,
  PHOTO_RULES,
  photoHunt,
  photoId,
  photoOf,
  reject,
  rowOf,
  rowsOf,
  submit,
} from './photos.fixture.js';

describe('an accepted photo', () => {
  it('PH3 solves at the judgement’s place, with the time bonus of its submission', () => {
    const fold = photoHunt();
    rowsOf(fold, [submit('a', 1)], 10);
    rowsOf(fold, [submit('b', 2, 'otters')], 20);
    const later = { team: 'otters', reason: 'Lovely.' };
    expect(rowOf(fold, accept('b', later), 500)).toMatchObject({
      outcome: 'accepted',
      verdict: 'solved',
      clue: 'gate',
      // The first to be judged: 20 and 7, and the 8 of 10 that were left after 20 of 100 s.
      points: 35,
      score: 35,
      extras: {
        photo: { id: photoId('b'), as: 'accepted', reason: 'Lovely.' },
        unlocked: ['shed'],
      },
    });
    // The second: 15 after one solve, and 9 of 10.
    expect(rowOf(fold, accept('a'), 600)).toMatchObject({ verdict: 'solved', points: 24 });
    expect(fold.cells.hunts.get('hunt')?.solves.get('gate')).toBe(2);
  });

  it.each(['paused', 'closed', 'ended'] as const)('PH3 counts while the hunt is %s', (to) => {
    const fold = photoHunt();
    rowsOf(fold, [submit('a', 1), phase(to)]);
    expect(rowOf(fold, accept('a'))).toMatchObject({ verdict: 'solved', points: 37, score: 37 });
  });

  it('PH3 counts after its clue has closed', () => {
    const closes = iso(30);
    const fold = photoHunt({ clues: [{ ...PHOTO_CLUES[0], closes }, PHOTO_CLUES[1]] });
    rowsOf(fold, [submit('a', 1)], 29);
    expect(rowOf(fold, submit('b', 2), 30)?.verdict).toBe('closed');
    expect(rowOf(fold, accept('a'), 90)).toMatchObject({ verdict: 'solved' });
  });

  it('PH11 brings nothing when it was submitted too late to score', () => {
    const late = { afterS: 60, otherwise: 'no_points' };
    const fold = photoHunt({ quality: { late } });
    const nowMs = START_MS + 500_000;
    const received = { receivedAtUs: nowMs * 1_000, sentAtMs: nowMs };
    rowsOf(fold, [{ ...submit('b', 1, 'otters'), ...received, timeMs: nowMs }], 500);
    const behind = { ...submit('a', 2), ...received, timeMs: START_MS };
    expect(rowOf(fold, behind, 500)?.verdict).toBe('waiting');
    expect(photoOf(fold)?.isLate).toBe(true);
    rowOf(fold, { ...submit('b', 3, 'otters'), ...received, timeMs: START_MS + 1 }, 500);
    expect(photoOf(fold, 'otters')?.isLate).toBeUndefined();
    expect(rowOf(fold, accept('a'), 510)).toMatchObject({
      verdict: 'solved',
      points: 0,
      score: 0,
      extras: { reason: 'late_without_points' },
    });
  });
});

describe('a rejected photo', () => {
  it('PH4 is a wrong answer: an attempt and a cool-down, and the team is told why', () => {
    const fold = photoHunt();
    expect(rowsOf(fold, [submit('a', 1), reject('a')], 5).at(-1)).toMatchObject({
      outcome: 'accepted',
      verdict: 'wrong',
      points: 0,
      extras: { photo: { id: photoId('a'), as: 'rejected', reason: 'No lion.' } },
    });
    const team = fold.cells.teams.get('hunt')?.get('herons');
    expect(team?.attempts.get('gate')).toEqual({ wrong: 1, untilMs: START_MS + 65_000 });
  });
});

describe('a judgement', () => {
  it('PH6 said the other way takes back what was brought, gives it again, and never twice', () => {
    const fold = photoHunt({ rules: PHOTO_RULES });
    rowsOf(fold, [submit('a', 1), accept('a')]);
    expect(fold.scoreOf('herons')).toBe(41);
    expect(rowOf(fold, reject('a'))).toMatchObject({
      outcome: 'overturned',
      verdict: 'noted',
      points: -41,
      score: 0,
    });
    expect(rowOf(fold, reject('a'))).toMatchObject({ outcome: 'accepted', points: 0 });
    rowOf(fold, appeal(2));
    expect(rowOf(fold, reject('a'))).toMatchObject({ outcome: 'accepted', points: 0, score: 0 });
    expect(rowOf(fold, accept('a'))).toMatchObject({ outcome: 'accepted', points: 41, score: 41 });
    const team = fold.cells.teams.get('hunt')?.get('herons');
    expect(team?.solved.has('gate')).toBe(true);
    expect(fold.cells.hunts.get('hunt')?.solves.get('gate')).toBe(1);
  });

  it('PH7 is of the photo that was looked at', () => {
    const fold = photoHunt();
    rowOf(fold, made('lynxes', 'lynxes'));
    rowsOf(fold, [submit('a', 1), submit('b', 2)]);
    const faults = [accept('a'), accept('a', { team: 'lynxes' }), accept('a', { team: 'nobody' })];
    const reasons = rowsOf(fold, faults).map(({ verdict, extras }) => [verdict, extras?.reason]);
    expect(reasons).toEqual([
      ['locked', 'photo_replaced'],
      ['locked', 'photo_unknown'],
      ['locked', 'team_unknown'],
    ]);
    expect(rowsOf(fold, [accept('b'), accept('b')]).at(-1)).toMatchObject({
      verdict: 'noted',
      points: 0,
    });
    expect(fold.scoreOf('herons')).toBe(37);
  });

  it('PH8 asks the rules on submissions again, as of the one that was submitted', () => {
    const fold = photoHunt({ rules: PHOTO_RULES });
    const sent = rowOf(fold, submit('a', 1));
    expect(sent).toMatchObject({ rules: undefined, points: 0 });
    expect(sent?.asked).toHaveLength(2);
    expect(rowOf(fold, reject('a'))).toMatchObject({ rules: 'sorry', points: 1 });
    rowOf(fold, appeal(2));
    expect(rowOf(fold, accept('a'))).toMatchObject({
      rules: 'cheese',
      points: 41,
      extras: { messages: ['Cheese!'] },
    });
  });

  it('PH9 until then the clue is open and shows where the photo stands', () => {
    const fold = photoHunt();
    rowsOf(fold, [submit('a', 1)], 5);
    const hunt = fold.cells.hunts.get('hunt');
    const team = fold.cells.teams.get('hunt')?.get('herons');
    const rules = fold.view.rules('1'.repeat(64), 1);
    if (!hunt || !team || !rules) throw new Error('nothing was played');
    const [gate] = clueViews(rules, { hunt, team, nowMs: START_MS + 6_000 });
    expect(gate).toMatchObject({
      kind: 'photo',
      status: 'open',
      text: 'All of you, and the lion.',
      photo: { id: photoId('a'), status: 'waiting', submittedAt: iso(5), canAppeal: false },
    });
    expect(JSON.stringify(gate)).not.toContain('head');
    const told = rowOf(fold, reject('a'), 7);
    expect(told?.next).toBeUndefined();
    const after = fold.cells.teams.get('hunt')?.get('herons') ?? team;
    const [rejected] = clueViews(rules, { hunt, team: after, nowMs: START_MS + 8_000 });
    expect(rejected?.photo).toMatchObject({
      status: 'rejected',
      reason: 'No lion.',
      canAppeal: true,
    });
  });
});
