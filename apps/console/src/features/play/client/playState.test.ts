import type { BoardPush, EventResult, TeamSnapshot } from '@trove/contracts';
import { expect, it } from 'vitest';
import {
  afterResults,
  afterSnapshot,
  mergeMessages,
  OPENING,
  type PlayState,
  rankOf,
  unreadMessages,
} from './playState';

const place = { partition: 0, epoch: 1, offset: 9 };

function result(id: string, position: number, more: Partial<EventResult> = {}): EventResult {
  return { id, hunt: 'h', team: 'herons', outcome: 'accepted', position, ...more };
}

const snapshot = {
  ...place,
  hunt: 'h',
  title: 'H',
  phase: 'live',
  version: 1,
  team: 'herons',
  isPlaytest: false,
  score: 10,
  broadcasts: [{ text: 'Hello', at: '2026-11-26T20:00:00Z', position: 4 }],
  clues: [],
  badges: [],
  counters: {},
} as const satisfies TeamSnapshot;

it('gives own results to what was sent, and tells news of team-mates once', () => {
  const own = { id: 'own', type: 'code.scanned.v1', says: 'x', atMs: 0, progress: 'sent' } as const;
  const state: PlayState = { ...OPENING, submissions: [own] };
  const solved = result('theirs', 7, { verdict: 'solved', points: 5, clue: 'pier' });
  const results = [
    result('own', 6, { verdict: 'wrong' }),
    solved,
    result('x', 8, { verdict: 'wrong' }),
  ];
  const next = afterResults(afterResults(state, results), [solved]);
  expect(next.submissions[0]?.progress).toBe('decided');
  expect(next.teamNews).toEqual([solved]);
});

it('takes new suggestions from the result that brings them', () => {
  const next = [
    { clue: 'mill', wentNext: 0, popularity: 0, reason: 'open', chance: 0.5, probability: 1 },
  ];
  const told = afterResults(OPENING, [result('a', 1, { next } as Partial<EventResult>)]);
  expect(told.suggestions).toEqual(next);
  expect(afterResults(told, [result('b', 2)]).suggestions).toEqual(next);
});

it('keeps every message once, the newest first, and counts those not looked at', () => {
  const said = { text: 'Later', at: '2026-11-26T21:00:00Z', position: 9 };
  const state = afterSnapshot({ ...OPENING, messages: [said] }, snapshot, 0);
  expect(state.messages.map(({ position }) => position)).toEqual([9, 4]);
  expect(mergeMessages(state.messages, [said])).toEqual(state.messages);
  expect(unreadMessages({ ...state, readUpTo: 4 })).toBe(1);
});

it('knows the own place from the board, or from around it', () => {
  const board: BoardPush = { ...place, hunt: 'h', rows: [{ rank: 1, team: 'otters', score: 20 }] };
  const state = afterSnapshot({ ...OPENING, board }, snapshot, 0);
  expect(rankOf(state)).toBeUndefined();
  const around = { team: 'herons', rank: 40, rows: [] };
  expect(rankOf({ ...state, board: { ...board, around } })).toBe(40);
});
