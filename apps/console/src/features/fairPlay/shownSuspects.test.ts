import type { TeamSuspect } from '@trove/streams';
import { expect, it } from 'vitest';
import { shownSuspects } from './shownSuspects';

function suspect(
  position: number,
  more: Partial<Pick<TeamSuspect, 'standing' | 'points' | 'lastMs'>> = {},
): TeamSuspect {
  const { standing, points = 10, lastMs = position * 1_000 } = more;
  return {
    ...{
      hunt: 'hunt',
      team: 'herons',
      position,
      madeMs: position * 1_000,
      lastMs,
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

it('leaves a case in its place when more like it comes', () => {
  const calm = shownSuspects([suspect(1, { points: 0 }), suspect(2, { points: 0 })]);
  const again = shownSuspects([suspect(1, { points: 0, lastMs: 9_000 }), suspect(2)]);
  expect(again.map(({ position }) => position)).toEqual(calm.map(({ position }) => position));
  const many = Array.from({ length: 100 }, (_, i) => suspect(i + 10));
  const kept = shownSuspects([...many, suspect(1, { lastMs: 999_000 })]);
  expect(kept.at(-1)?.position).toBe(1);
});
