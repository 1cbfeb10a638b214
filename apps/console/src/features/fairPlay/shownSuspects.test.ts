import type { TeamSuspect } from '@trove/streams';
import { expect, it } from 'vitest';
import { shownSuspects } from './shownSuspects';

function suspect(
  position: number,
  { standing, points = 10 }: Partial<Pick<TeamSuspect, 'standing' | 'points'>> = {},
): TeamSuspect {
  return {
    ...{
      hunt: 'hunt',
      team: 'herons',
      position,
      madeMs: position * 1_000,
      lastMs: position * 1_000,
    },
    ...{ eventId: `event ${position}`, clue: 'pier', points, suspicions: ['travel'] },
    standing,
  };
}

it('shows the newest, and none that was settled in the place of one that waits', () => {
  const open = Array.from({ length: 99 }, (_, i) => suspect(i));
  const settled = [
    suspect(200, { standing: 'confirmed' }),
    suspect(201, { standing: 'overturned' }),
  ];
  const shown = shownSuspects([...open, ...settled]);
  expect(shown).toHaveLength(100);
  expect(shown.slice(0, 2).map(({ position }) => position)).toEqual([201, 98]);
  expect(shown.at(-1)?.position).toBe(0);
});

it('shows what moved points before what moved none', () => {
  const open = Array.from({ length: 100 }, (_, i) => suspect(i));
  const shown = shownSuspects([...open, suspect(300, { points: 0 })]);
  expect(shown.map(({ position }) => position)).not.toContain(300);
  expect(shownSuspects([suspect(1), suspect(300, { points: 0 })])).toHaveLength(2);
});
