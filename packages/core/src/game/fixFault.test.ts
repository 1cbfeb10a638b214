import { describe, expect, it } from 'vitest';
import { circleShare } from '../geo/circleShare.js';
import { Fold, play } from '../pipeline/pipeline.fixture.js';
import { fixFault } from './fixFault.js';

const fence = { lat: 0, lon: 0, radiusM: 50, minShare: 0.5 };
/** Degrees of so many metres along the equator. */
const east = (metres: number) => metres / 111_195.08;

describe('a reported position', () => {
  it('G3 the share of a circle inside another', () => {
    const share = (distanceM: number, radiusM: number, insideRadiusM: number) =>
      circleShare({ distanceM, radiusM, insideRadiusM });
    expect(share(10, 20, 30)).toBe(1);
    expect(share(51, 20, 30)).toBe(0);
    expect(share(10, 100, 50)).toBe(0.25);
    // Two unit circles whose centres are one apart share 2π/3 − √3/2.
    expect(share(1, 1, 1)).toBeCloseTo(
      (2 * Math.PI) / 3 / Math.PI - Math.sqrt(3) / 2 / Math.PI,
      12,
    );
    // A small circle on the rim of a huge one is cut in half.
    expect(share(1e6, 1, 1e6)).toBeCloseTo(0.5, 5);
    const nearly = share(1e4 - 0.3, 1 + 1e-9, 1e4);
    expect(share(1e4 - 0.3, 1 - 1e-9, 1e4)).toBeCloseTo(nearly, 3);
  });

  it('G3 by counting points of a grid, at many places', () => {
    for (const [d, a, r] of [
      [30, 40, 50],
      [45, 10, 50],
      [5, 60, 50],
      [50, 25, 50],
    ] as const) {
      let inside = 0;
      let all = 0;
      for (let x = -a; x <= a; x += a / 200) {
        for (let y = -a; y <= a; y += a / 200) {
          if (x * x + y * y > a * a) continue;
          all += 1;
          if ((d + x) ** 2 + y * y <= r * r) inside += 1;
        }
      }
      const share = circleShare({ distanceM: d, radiusM: a, insideRadiusM: r });
      expect(share, `${d} ${a} ${r}`).toBeCloseTo(inside / all, 2);
    }
  });

  it('F1 counts when at least the asked share of its circle is inside', () => {
    const at = (metres: number, accuracyM: number) =>
      fixFault(fence, { lat: 0, lon: east(metres), accuracyM });
    expect(at(40, 10)).toBeUndefined();
    expect(at(49, 5)).toBeUndefined();
    expect(at(49, 30)).toBe('on_the_edge');
    expect(at(0, 70)).toBeUndefined();
    expect(at(0, 71)).toBe('on_the_edge');
    const sure = { ...fence, minShare: 1 };
    expect(fixFault(sure, { lat: 0, lon: east(41), accuracyM: 10 })).toBe('on_the_edge');
    expect(fixFault(sure, { lat: 0, lon: east(39), accuracyM: 10 })).toBeUndefined();
  });

  it('F2 without an accuracy is a point, unless the clue asks for one', () => {
    expect(fixFault(fence, { lat: 0, lon: east(50) })).toBeUndefined();
    const strict = { ...fence, maxAccuracyM: 20 };
    expect(fixFault(strict, { lat: 0, lon: 0 })).toBe('accuracy_unknown');
    expect(fixFault(strict, { lat: 0, lon: 0, accuracyM: 21 })).toBe('accuracy_too_low');
    expect(fixFault(strict, { lat: 0, lon: 0, accuracyM: 20 })).toBeUndefined();
  });

  it('F3 must say its age and be young enough where the clue asks for that', () => {
    const fresh = { ...fence, maxAgeS: 30 };
    expect(fixFault(fresh, { lat: 0, lon: 0 })).toBe('age_unknown');
    expect(fixFault(fresh, { lat: 0, lon: 0, ageS: 31 })).toBe('too_old');
    expect(fixFault(fresh, { lat: 0, lon: 0, ageS: 30 })).toBeUndefined();
  });

  it('F4 is uncertain, with the reason, and solves nothing; another clue there may be', () => {
    const place = (id: string, more: object) => ({
      id,
      title: id,
      points: 5,
      find: { place: { lat: 1, lon: 1, ...more } },
    });
    const fold = new Fold();
    fold.publish({ clues: [place('strict', { maxAccuracyM: 10 })], rules: [] });
    const here = { lat: 1, lon: 1 };
    const send = (number: number, accuracyM: number) =>
      play('location.reported.v1', { ...here, accuracyM }, { number });
    const { results } = fold.decide([send(1, 30), send(2, 10)]);
    expect(results[0]).toMatchObject({ verdict: 'uncertain', clue: 'strict', points: 0 });
    expect(results[0]?.extras).toEqual({ reason: 'accuracy_too_low' });
    expect(results[1]).toMatchObject({ verdict: 'solved', extras: undefined });
    const wide = [place('strict', { maxAccuracyM: 10 }), place('wide', { radiusM: 200 })];
    fold.publish({ clues: wide, rules: [] }, 2);
    const sent = { number: 3, team: 'otters' };
    const other = play('location.reported.v1', { ...here, accuracyM: 30 }, sent);
    expect(fold.decide([other]).results[0]).toMatchObject({ verdict: 'solved', clue: 'wide' });
  });
});
