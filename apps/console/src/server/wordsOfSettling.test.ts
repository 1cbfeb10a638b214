import type { EventResult } from '@trove/contracts';
import { expect, it } from 'vitest';
import { wordsOfSettling } from './wordsOfSettling';

function settled(more: Partial<EventResult>): EventResult {
  const base = { id: '019de4a9-ea80-7000-8000-000000000001', hunt: 'hunt', team: 'herons' };
  return { ...base, outcome: 'accepted', verdict: 'noted', position: 7, ...more };
}

it('tells what moved, that nothing did, and what can be done where it can’t be settled', () => {
  const words = (more: Partial<EventResult>) => wordsOfSettling(settled(more), 'The Herons').says;
  expect(words({ points: -10, score: 0 })).toBe('The Herons loses 10 points and has 0 now.');
  const again = { as: 'confirmed', position: 3, reason: 'seen' } as const;
  expect(words({ points: 10, score: 10, settled: again })).toBe(
    'The Herons gets 10 points again and has 10 now.',
  );
  const penalty = { ...again, as: 'overturned' } as const;
  expect(words({ points: 5, score: 5, settled: penalty })).toBe(
    'The Herons gets 5 points and has 5 now.',
  );
  expect(words({})).toBe('Noted. No points moved.');
  expect(wordsOfSettling(settled({ verdict: 'no_clue' }), 'The Herons')).toMatchObject({
    isDone: false,
    says: expect.stringMatching(/Look again/),
  });
  const full = settled({ verdict: 'locked', reason: 'too_many' });
  expect(wordsOfSettling(full, 'The Herons')).toMatchObject({
    isDone: false,
    says: expect.stringMatching(/adjust its points/),
  });
});
