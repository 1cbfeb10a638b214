import type { PlayEvent } from '@trove/contracts';
import { expect, it } from 'vitest';
import { MEMORY } from './limits.js';
import { TeamMemory } from './teamMemory.js';

const scan = (team: string, code = 'C', player = 'p') => {
  return { id: code, type: 'code.scanned.v1', team, player, data: { code } } as PlayEvent;
};

it('knows what a team did, whoever of it did it, and no other team', () => {
  const memory = new TeamMemory();
  expect(memory.didBefore(scan('a'), 0)).toBe(false);
  expect(memory.didBefore(scan('a', 'C', 'mate'), 1)).toBe(true);
  expect(memory.didBefore(scan('a', 'D'), 2)).toBe(false);
  expect(memory.didBefore(scan('b'), 3)).toBe(false);
});

it('keeps no positions', () => {
  const memory = new TeamMemory();
  const at = { ...scan('a'), type: 'location.reported.v1', data: { lat: 1, lon: 2 } } as PlayEvent;
  memory.didBefore(at, 0);
  expect(memory.didBefore(at, 1)).toBe(false);
});

it('forgets what was done longer ago than it keeps', () => {
  const memory = new TeamMemory();
  memory.didBefore(scan('a'), 0);
  expect(memory.didBefore(scan('a'), MEMORY.keptMs)).toBe(true);
  expect(memory.didBefore(scan('a'), 2 * MEMORY.keptMs + 1)).toBe(false);
});

it('keeps so many deeds and no more, the latest of them', () => {
  const memory = new TeamMemory();
  for (let n = 0; n <= MEMORY.deeds; n += 1) memory.didBefore(scan('a', `C${n}`), n);
  expect(memory.didBefore(scan('a', 'C1'), MEMORY.deeds)).toBe(true);
  expect(memory.didBefore(scan('a', 'C0'), MEMORY.deeds)).toBe(false);
});
