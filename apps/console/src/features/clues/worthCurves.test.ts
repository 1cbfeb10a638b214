import { describe, expect, it } from 'vitest';
import { worthCurves } from './worthCurves';

const CLUE = { id: 'a', points: 100 };

describe('curves of what a clue is worth', () => {
  it('fall by every solve down to the floor, with the bonus of the first', () => {
    const curves = worthCurves({
      ...CLUE,
      decay: { linear: { perSolve: 10, floor: 40 } },
      firstFinders: [50, 25],
    });
    expect(curves?.overSolves.slice(0, 4).map(({ points }) => points)).toEqual([150, 115, 80, 70]);
    expect(curves?.overSolves.at(-1)).toMatchObject({ points: 40 });
    expect(curves?.overTime).toEqual([]);
  });

  it('over time run from the whole bonus to none', () => {
    const curves = worthCurves({ ...CLUE, timeBonus: { points: 20, overS: 600 } });
    expect(curves?.overTime[0]).toEqual({ at: 0, points: 120, late: 100 });
    expect(curves?.overTime.at(-1)).toEqual({ at: 600, points: 100, late: 100 });
    expect(curves?.overTime.length).toBeLessThanOrEqual(61);
  });

  it('of many solves are sampled, and end on the floor', () => {
    const curves = worthCurves({ ...CLUE, decay: { parabolic: { solves: 1_000_000, floor: 1 } } });
    expect(curves?.overSolves.length).toBeLessThanOrEqual(61);
    expect(curves?.overSolves.at(-1)).toMatchObject({ points: 1 });
  });

  it.each([
    [CLUE],
    [{ id: 'a', firstFinders: [10] }],
    [{ ...CLUE, points: 'many' as never, firstFinders: [10] }],
    [{ ...CLUE, decay: { linear: { floor: 3 } } }],
    [{ ...CLUE, timeBonus: { points: 1, overS: 0 } }],
    [{ ...CLUE, firstFinders: 'first' as never }],
  ])('are none of %j', (clue) => expect(worthCurves(clue)).toBeUndefined());
});
