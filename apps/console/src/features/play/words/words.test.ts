import type { EventResult, TeamSnapshot } from '@trove/contracts';
import { expect, it } from 'vitest';
import type { Submission } from '../client/submission';
import { clockText, countdownText, distanceText, walkText } from './clockText';
import { connectionWords } from './connectionWords';
import { wordsOfResult } from './resultWords';

const result = (more: Partial<EventResult>): EventResult => {
  return { id: 'a', hunt: 'h', team: 't', outcome: 'accepted', position: 1, ...more };
};
const one = (progress: Submission['progress']): Submission => {
  return { id: progress, type: 'code.scanned.v1', says: '', atMs: 0, progress };
};

it('says honestly what has left the phone and what waits', () => {
  const submissions = [one('waiting'), one('waiting'), one('sent'), one('decided'), one('refused')];
  const kept = { isKept: true, isRemembered: true };
  const away = { ...kept, signal: 'offline', submissions } as const;
  expect(connectionWords(away)).toEqual({
    tone: 'doubt',
    says: 'No signal · sent 2 · waiting for signal 2',
  });
  const back = { ...away, signal: 'live' } as const;
  expect(connectionWords(back).says).toBe('Connected · sent 2 · sending 2');
  expect(connectionWords({ ...back, isKept: false }).says).toContain('keep this page open');
  const idle = { ...back, submissions: [] };
  expect(connectionWords(idle)).toEqual({ tone: 'good', says: 'Connected' });
  const forgetful = { ...idle, isKept: false, isRemembered: false };
  expect(connectionWords(forgetful).says).toBe('Connected · keep this page open');
});

it('tells what a result did in the words of the hunt', () => {
  const solved = result({
    verdict: 'solved',
    points: 10,
    score: 40,
    messages: ['The lamp is lit!'],
    unlocked: ['mill'],
  });
  expect(wordsOfResult(solved, {})).toEqual({
    tone: 'good',
    says: 'Solved!',
    more: ['+10 points', 'The lamp is lit!', 'Open now: mill'],
  });
  const hint = result({ verdict: 'hinted', points: -1, hint: { id: 'h', text: 'Look up.' } });
  expect(wordsOfResult(hint, {}).more).toEqual(['−1 point', 'Look up.']);
});

it('tells that a doubtful position counts, and what an organiser found without points', () => {
  const suspected = { outcome: 'suspected', verdict: 'solved', points: 5 } as const;
  const doubtful = result({ ...suspected, suspicions: ['position'], reason: 'too_old' });
  expect(wordsOfResult(doubtful, {}).more).toEqual([
    '+5 points',
    expect.stringMatching(
      /^Your phone was not sure enough where you were. It counts. An organiser/,
    ),
  ]);
  const settled = { position: 1, as: 'overturned', reason: 'a bicycle' } as const;
  expect(wordsOfResult(result({ outcome: 'overturned', verdict: 'noted', settled }), {})).toEqual({
    tone: 'bad',
    says: 'An organiser has had a look, and it was not fair.',
    more: ['Organisers: a bicycle'],
  });
  const fair = { ...settled, as: 'confirmed' } as const;
  expect(wordsOfResult(result({ verdict: 'noted', settled: fair }), {}).says).toContain('was fair');
});

it('tells what an organiser found of a photo, and why', () => {
  const rejected = { id: 'x', as: 'rejected', reason: 'That is a pigeon' } as const;
  expect(wordsOfResult(result({ verdict: 'wrong', photo: rejected }), {})).toEqual({
    tone: 'bad',
    says: 'An organiser has turned your photo down.',
    more: ['Organisers: That is a pigeon'],
  });
  const accepted = { id: 'x', as: 'accepted' } as const;
  const { says, more } = wordsOfResult(
    result({ verdict: 'solved', points: 8, photo: accepted }),
    {},
  );
  expect([says, ...more]).toEqual(['An organiser has accepted your photo!', '+8 points']);
});

it('tells what has not opened from what is closed', () => {
  const closed = result({ verdict: 'closed', clue: 'gate' });
  expect(wordsOfResult(closed, {}).says).toBe('This is closed now.');
  const opensAt = new Date(Date.now() + 60_000).toISOString();
  const clues = [{ id: 'gate', title: 'Gate', opensAt }];
  const snapshot = { clues } as unknown as TeamSnapshot;
  expect(wordsOfResult(closed, { snapshot }).says).toMatch(/^Not open yet: it opens /);
});

it('names the day of a moment that is not today', () => {
  const noon = new Date(2026, 5, 1, 12).getTime();
  const [sameDay, nextDay] = [clockText(noon, noon), clockText(noon, noon + 86_400_000)];
  expect(nextDay.length).toBeGreaterThan(sameDay.length);
});

it('tells a code that belongs nowhere from a place where nothing is', () => {
  expect(wordsOfResult(result({ verdict: 'no_clue' }), { isCode: true }).says).toMatch(/code/);
  expect(wordsOfResult(result({ verdict: 'no_clue' }), {}).says).toMatch(/right here/);
});

it('says what an operator took back, and why', () => {
  const settled = { position: 3, as: 'overturned', reason: 'A photo of a screen.' } as const;
  const words = wordsOfResult(result({ outcome: 'overturned', points: -10, settled }), {});
  expect(words).toMatchObject({
    tone: 'bad',
    more: ['−10 points', 'Organisers: A photo of a screen.'],
  });
});

it('writes spans and distances short', () => {
  expect(countdownText(125_000)).toBe('2:05');
  expect(countdownText(3_609_000)).toBe('1:00:09');
  expect(countdownText(-5)).toBe('0:00');
  expect(countdownText(3 * 86_400_000)).toBe('3 days');
  expect([distanceText(4), distanceText(324), distanceText(1_240)]).toEqual([
    '4 m',
    '320 m',
    '1.2 km',
  ]);
  expect(walkText(320)).toBe('4 min walk');
});
