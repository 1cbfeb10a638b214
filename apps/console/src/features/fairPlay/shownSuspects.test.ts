import type { TeamSuspect } from '@trove/streams';
import { expect, it } from 'vitest';
import { shownSuspects } from './shownSuspects';

function suspect(position: number, standing?: TeamSuspect['standing']): TeamSuspect {
  return {
    ...{ hunt: 'hunt', team: 'herons', position, madeMs: position * 1_000 },
    ...{ eventId: `event ${position}`, clue: 'pier', points: 10, suspicions: ['travel'] },
    standing,
  };
}

it('shows the newest, and none that was settled in the place of one that waits', () => {
  const open = Array.from({ length: 99 }, (_, i) => suspect(i));
  const settled = [suspect(200, 'confirmed'), suspect(201, 'overturned')];
  const shown = shownSuspects([...open, ...settled]);
  expect(shown).toHaveLength(100);
  expect(shown.slice(0, 2).map(({ position }) => position)).toEqual([201, 98]);
  expect(shown.at(-1)?.position).toBe(0);
});
