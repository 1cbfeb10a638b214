import type { StoredEvent } from '@trove/contracts';
import { expect, it } from 'vitest';
import { joinPages, wordsOfFound } from './joinPages';

const event = (position: number) => ({ position }) as StoredEvent;

it('counts all looks, and takes from the last what is left', () => {
  const first = { events: [], commits: 4_000, isCut: false, openToMs: 70 };
  expect(wordsOfFound(joinPages([first]))).toBe('0 events in the newest 4,000 commits');
  const second = { events: [event(3)], commits: 4_000, isCut: false, openToMs: 20 };
  expect(joinPages([first, second])).toEqual({
    events: [event(3)],
    commits: 8_000,
    isCut: false,
    openToMs: 20,
    unreadable: 0,
  });
  const last = { events: [event(1)], commits: 12, isCut: false };
  expect(wordsOfFound(joinPages([first, second, last]))).toBe('2 events');
});

it('calls what was cut the newest', () => {
  const full = { events: [event(2), event(1)], commits: 9, isCut: true };
  expect(wordsOfFound(joinPages([full]))).toBe('the newest 2 events');
});

it('says how many commits could not be read in all looks', () => {
  const first = { events: [event(3)], commits: 9, isCut: false, openToMs: 70, unreadable: 1 };
  expect(wordsOfFound(first)).toBe('1 event in the newest 9 commits, without 1 unreadable commit');
  const last = { events: [], commits: 4, isCut: false, unreadable: 2 };
  expect(wordsOfFound(joinPages([first, last]))).toBe('1 event, without 3 unreadable commits');
});
