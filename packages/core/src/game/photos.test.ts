import { HUNT_LIMITS } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import { phase } from './operations.fixture.js';
import {
  accept,
  appeal,
  PHOTO_CLUES,
  photoHunt,
  photoId,
  photoOf,
  reject,
  rowOf,
  rowsOf,
  submit,
} from './photos.fixture.js';

describe('submitting a photo', () => {
  it('PH1 makes it wait; another takes its place, and the same changes nothing', () => {
    const fold = photoHunt();
    const first = rowOf(fold, submit('a', 1), 10);
    expect(first).toMatchObject({
      outcome: 'accepted',
      verdict: 'waiting',
      clue: 'gate',
      points: 0,
    });
    expect(rowOf(fold, submit('a', 2), 20)?.verdict).toBe('waiting');
    expect(photoOf(fold)).toMatchObject({ photo: photoId('a'), atMs: START_MS + 10_000 });
    expect(rowOf(fold, submit('b', 3), 30)?.verdict).toBe('waiting');
    expect(photoOf(fold)).toMatchObject({
      photo: photoId('b'),
      status: 'waiting',
      player: 'herons',
      atMs: START_MS + 30_000,
    });
    expect(fold.scoreOf('herons')).toBe(0);
  });

  it('PH2 is kept from it by whatever keeps it from the clue', () => {
    const locked = photoHunt({
      clues: [
        { ...PHOTO_CLUES[0], requires: { all: ['shed'] } },
        { ...PHOTO_CLUES[1], requires: undefined },
      ],
    });
    expect(rowOf(locked, submit('a', 1))?.verdict).toBe('locked');
    const fold = photoHunt();
    expect(rowsOf(fold, [submit('a', 1), reject('a')]).at(-1)?.verdict).toBe('wrong');
    expect(rowOf(fold, submit('b', 2), 30)).toMatchObject({
      verdict: 'cooling_down',
      extras: { availableAt: new Date(START_MS + 60_000).toISOString() },
    });
    expect(rowOf(fold, submit('a', 3), 60)).toMatchObject({
      verdict: 'locked',
      extras: { reason: 'rejected_before' },
    });
    rowsOf(fold, [submit('b', 4), reject('b')], 61);
    expect(rowOf(fold, submit('c', 5), 200)?.verdict).toBe('closed');
    expect(rowOf(fold, submit('a', 6, 'otters'))?.verdict).toBe('waiting');
    rowOf(fold, accept('a', { team: 'otters' }));
    expect(rowOf(fold, submit('b', 7, 'otters'))?.verdict).toBe('already_solved');
    const strange = { ...submit('a', 8), data: { clue: 'shed', photo: photoId('a') } };
    expect(rowOf(fold, strange as never)?.verdict).toBe('no_clue');
  });
});

describe('an appeal', () => {
  it('PH5 puts a rejected photo up again, once, also when attempts are used up', () => {
    const fold = photoHunt({
      clues: [{ ...PHOTO_CLUES[0], find: { photo: { attempts: 1 } } }, PHOTO_CLUES[1]],
    });
    expect(rowOf(fold, appeal(1))).toMatchObject({
      verdict: 'locked',
      extras: { reason: 'not_rejected' },
    });
    rowsOf(fold, [submit('a', 2), reject('a')]);
    expect(rowOf(fold, submit('b', 3))?.verdict).toBe('closed');
    expect(rowOf(fold, appeal(4))).toMatchObject({ verdict: 'waiting', points: 0 });
    expect(photoOf(fold)).toMatchObject({
      status: 'appealed',
      appeal: 'It is there, on the left.',
    });
    expect(rowOf(fold, appeal(5))?.verdict).toBe('waiting');
    expect(rowOf(fold, reject('a', { reason: 'Still none.' }))).toMatchObject({
      verdict: 'noted',
      points: 0,
      extras: { photo: { as: 'rejected', reason: 'Still none.' } },
    });
    expect(fold.cells.teams.get('hunt')?.get('herons')?.attempts.get('gate')?.wrong).toBe(1);
    expect(rowOf(fold, appeal(6))).toMatchObject({
      verdict: 'closed',
      extras: { reason: 'appealed_before' },
    });
  });

  it('PH5 that succeeds solves the clue', () => {
    const fold = photoHunt();
    rowsOf(fold, [submit('a', 1), reject('a'), appeal(2)]);
    expect(rowOf(fold, accept('a'))).toMatchObject({ verdict: 'solved', points: 37 });
    expect(rowOf(fold, appeal(3))?.verdict).toBe('already_solved');
  });

  it('PH5 is play, and closed while the hunt is not live', () => {
    const fold = photoHunt();
    rowsOf(fold, [submit('a', 1), reject('a'), phase('paused')]);
    expect(rowOf(fold, appeal(2))?.verdict).toBe('closed');
  });
});

describe('a hunt', () => {
  it('PH10 has a bounded number of photo clues', () => {
    const photos = Array.from({ length: HUNT_LIMITS.photoClues + 1 }, (_, i) => {
      return { id: `p${i}`, title: 'P', points: 1, find: { photo: {} } };
    });
    expect(() => photoHunt({ clues: photos })).toThrow('More photo clues');
    expect(() => photoHunt({ clues: photos.slice(1) })).not.toThrow();
  });

  it('PH9 suggests no clue of which a photo waits, and gives its hints', () => {
    const open = [{ ...PHOTO_CLUES[0] }, { ...PHOTO_CLUES[1], requires: undefined }];
    const well = { id: 'well', title: 'Well', points: 1, find: { code: 'WELL' } };
    const fold = photoHunt({ clues: [...open, well] });
    const nextOf = (code: string, number: number, team: string) => {
      const row = rowOf(fold, scan(code, { number, team }), 5);
      return row?.next?.map(({ clue }) => clue).sort();
    };
    expect(nextOf('SHED', 1, 'otters')).toEqual(['gate', 'well']);
    rowOf(fold, submit('a', 2));
    expect(nextOf('SHED', 3, 'herons')).toEqual(['well']);
    const ask = play('hint.requested.v1', { clue: 'gate', hint: 'lion' }, { number: 4 });
    expect(rowOf(fold, ask)?.verdict).toBe('hinted');
  });
});
