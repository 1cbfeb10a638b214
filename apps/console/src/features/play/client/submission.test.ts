import type { EventResult } from '@trove/contracts';
import { expect, it } from 'vitest';
import { PLAY_LIMITS } from './limits';
import {
  countSubmissions,
  mergeSubmissions,
  type Progress,
  type Submission,
  withoutSubmission,
  withRefused,
  withResults,
  withSettled,
  withSubmission,
} from './submission';

function submission(id: string, progress: Progress = 'waiting'): Submission {
  return { id, type: 'code.scanned.v1', says: id, atMs: 0, progress };
}

function result(id: string, more: Partial<EventResult> = {}): EventResult {
  return { id, hunt: 'h', team: 't', outcome: 'accepted', position: 1, ...more };
}

it('goes from waiting to sent to decided, and takes the clue from the result', () => {
  const waiting = [submission('a'), submission('b')];
  const sent = withSettled(waiting, [{ event: { id: 'a' }, ack: 'appended' }]);
  expect(sent.map(({ progress }) => progress)).toEqual(['sent', 'waiting']);
  const decided = withResults(sent, [result('a', { clue: 'pier', verdict: 'solved' })]);
  expect(decided[0]).toMatchObject({ progress: 'decided', clue: 'pier' });
  expect(countSubmissions(decided)).toEqual({ waiting: 1, sent: 1 });
});

it('lets the first word on an event stand when the event arrives again', () => {
  const again = result('a', { outcome: 'duplicate', position: 2, firstPosition: 1 });
  const [decided] = withResults([submission('a')], [result('a', { verdict: 'solved' }), again]);
  expect(decided?.result?.verdict).toBe('solved');
  expect(withResults(decided ? [decided] : [], [again])[0]).toBe(decided);
  const [unheard] = withResults([submission('a')], [again]);
  expect(unheard).toMatchObject({ progress: 'sent' });
  const passed = result('a', { passed: 'id', verdict: 'already_solved', position: 2 });
  expect(withResults(decided ? [decided] : [], [passed])[0]).toBe(decided);
  const tapped = result('a', { outcome: 'duplicate', rung: 'fingerprint', firstPosition: 1 });
  expect(withResults([submission('a')], [tapped])[0]?.progress).toBe('decided');
});

it('gives up a picture with its reason, or its place to the event that names it', () => {
  const waiting = [submission('picture-gate'), submission('b')];
  const [refused] = withRefused(waiting, 'picture-gate', 'too large');
  expect(refused).toMatchObject({ progress: 'refused', refusal: 'too large' });
  expect(withoutSubmission(waiting, 'picture-gate').map(({ id }) => id)).toEqual(['b']);
});

it('keeps why the server does not take one', () => {
  const refusal = { code: 'contract', detail: 'data.code is too long' } as const;
  const [one] = withSettled([submission('a')], [{ event: { id: 'a' }, ack: 'invalid', refusal }]);
  expect(one).toMatchObject({ progress: 'refused', refusal: 'data.code is too long' });
  const late = { code: 'id_too_old', detail: 'the id is of 2026-01-01' } as const;
  const [old] = withSettled(
    [submission('a')],
    [{ event: { id: 'a' }, ack: 'late', refusal: late }],
  );
  expect(old?.refusal).toContain('more than two days');
});

it('lets no late ack undo a result, and an operator’s later word replace the first', () => {
  const decided = withResults([submission('a')], [result('a', { verdict: 'solved' })]);
  const same = withSettled(decided, [{ event: { id: 'a' }, ack: 'appended' }]);
  expect(same[0]?.progress).toBe('decided');
  const overturned = withResults(same, [result('a', { outcome: 'overturned' })]);
  expect(overturned[0]?.result?.outcome).toBe('overturned');
});

it('forgets the oldest that is over, never one that is under way', () => {
  const many = Array.from({ length: PLAY_LIMITS.submissions }, (_, index) => {
    return submission(`${index}`, index === 3 ? 'decided' : 'waiting');
  });
  const next = withSubmission(many, submission('new'));
  expect(next).toHaveLength(PLAY_LIMITS.submissions);
  expect(next.some(({ id }) => id === '3')).toBe(false);
  expect(withSubmission(next, submission('newer'))).toHaveLength(PLAY_LIMITS.submissions + 1);
});

it('puts what an organiser found of a photo, or of a find, in the place of the first word', () => {
  const photo: Submission = { ...submission('p'), type: 'photo.submitted.v1', clue: 'gull' };
  const scan = submission('s');
  const first = [
    result('p', { clue: 'gull', verdict: 'waiting', position: 3 }),
    result('s', { clue: 'pier', verdict: 'solved', outcome: 'suspected', points: 5, position: 4 }),
  ];
  const decided = withResults([scan, photo], first);
  const judged = { id: 'x', as: 'rejected', reason: 'That is a pigeon' } as const;
  const settled = { position: 4, as: 'overturned', reason: 'A shared code' } as const;
  const [find, picture] = withResults(decided, [
    result('j', { clue: 'gull', verdict: 'wrong', photo: judged, position: 9 }),
    result('k', { points: -5, settled, position: 10 }),
  ]);
  expect(picture?.result).toMatchObject({ id: 'p', position: 3, verdict: 'wrong', photo: judged });
  expect(find?.result).toMatchObject({ id: 's', outcome: 'overturned', points: -5, settled });
});

it('takes from another tab what it lacks and what has come further, and nothing else', () => {
  const at = (atMs: number, one: Submission) => ({ ...one, atMs });
  const own = [at(4, submission('a', 'decided')), at(1, submission('b'))];
  expect(mergeSubmissions(own, [submission('a', 'sent'), submission('b')])).toBe(own);
  const told = [at(2, submission('c')), at(1, submission('b', 'sent')), at(3, submission('d'))];
  const merged = mergeSubmissions(own, told);
  expect(merged.map(({ id, progress }) => `${id} ${progress}`)).toEqual([
    ...['a decided', 'd waiting', 'c waiting', 'b sent'],
  ]);
  const full = Array.from({ length: PLAY_LIMITS.submissions }, (_, n) => {
    return at(n + 10, submission(`${n}`, 'decided'));
  }).toReversed();
  const older = [at(5, submission('old', 'decided')), at(6, submission('open'))];
  const ids = mergeSubmissions(full, older).map(({ id }) => id);
  expect(ids).toEqual([...full.slice(0, -1).map(({ id }) => id), 'open']);
});
