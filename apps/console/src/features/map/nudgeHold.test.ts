import { describe, expect, it } from 'vitest';
import { type Nudged, NudgeHold } from './nudgeHold';

/** A hold whose clock is stepped by hand. */
function holding() {
  const due = new Set<() => void>();
  const handed: Nudged[] = [];
  const hold = new NudgeHold({
    hand: (nudged) => handed.push(nudged),
    later: (callback) => {
      due.add(callback);
      return () => void due.delete(callback);
    },
  });
  const rest = () => {
    for (const callback of [...due]) callback();
  };
  return { hold, handed, rest, due };
}

const at = (index: number, lat: number): Nudged => ({ index, lat, lon: 9.95 });

describe('a place moved by keys', () => {
  it('is handed on once, as the keys have left it', () => {
    const { hold, handed, rest, due } = holding();
    hold.hold(at(1, 48.1));
    hold.hold(at(1, 48.2));
    expect(handed).toEqual([]);
    rest();
    hold.handOn();
    expect(handed).toEqual([at(1, 48.2)]);
    expect(due.size).toBe(0);
  });

  it('is handed on before another one is moved', () => {
    const { hold, handed, rest } = holding();
    hold.hold(at(1, 48.1));
    hold.hold(at(2, 48.5));
    expect(handed).toEqual([at(1, 48.1)]);
    rest();
    expect(handed).toEqual([at(1, 48.1), at(2, 48.5)]);
  });

  it('is handed on when the map is left, and not again by the clock', () => {
    const { hold, handed, due } = holding();
    hold.hold(at(1, 48.1));
    hold.handOn();
    expect(handed).toEqual([at(1, 48.1)]);
    expect(due.size).toBe(0);
  });
});
