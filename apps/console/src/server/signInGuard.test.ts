import { describe, expect, it } from 'vitest';
import { SignInGuard } from './signInGuard';

const triesOf = (guard: SignInGuard, name: string, count: number, nowMs: number) =>
  Array.from({ length: count }, () => guard.waitFor(name, nowMs));

describe('sign-in guard', () => {
  it('lets five tries a minute through for one name, whatever its case', () => {
    const guard = new SignInGuard();
    expect(triesOf(guard, 'A@x.example', 5, 1_000)).toEqual([0, 0, 0, 0, 0]);
    expect(guard.waitFor('a@X.example', 11_000)).toBe(50_000);
    expect(guard.waitFor('b@x.example', 11_000)).toBe(0);
  });

  it('starts anew after a minute and after a success', () => {
    const guard = new SignInGuard();
    triesOf(guard, 'a', 6, 0);
    expect(guard.waitFor('a', 60_000)).toBe(0);
    triesOf(guard, 'a', 4, 60_000);
    guard.forget('a');
    expect(guard.waitFor('a', 60_001)).toBe(0);
  });

  it('bounds all names together', () => {
    const guard = new SignInGuard();
    const waits = Array.from({ length: 61 }, (_, index) => guard.waitFor(`n${index}`, 5_000));
    expect(waits.filter((wait) => wait > 0)).toEqual([60_000]);
  });
});
