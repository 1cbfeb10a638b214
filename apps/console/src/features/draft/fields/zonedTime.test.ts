import { describe, expect, it } from 'vitest';
import { readWallTime, twiceWords, wallTimeOf } from './zonedTime';

const BERLIN = 'Europe/Berlin';

describe('times on the wall', () => {
  it('are written with the offset of their day', () => {
    const summer = readWallTime('2026-07-01T20:30', BERLIN);
    expect(summer).toEqual({ text: '2026-07-01T20:30:00+02:00' });
    expect(readWallTime('2026-12-01T20:30:15', BERLIN)?.text).toBe('2026-12-01T20:30:15+01:00');
    expect(readWallTime('2026-12-01T20:30', 'Asia/Kathmandu')?.text).toMatch(/\+05:45$/);
  });

  it('are shown as they are in the zone, whatever offset they were written with', () => {
    expect(wallTimeOf('2026-07-01T18:30:00Z', BERLIN)).toBe('2026-07-01T20:30:00');
    expect(wallTimeOf('soon', BERLIN)).toBeUndefined();
  });

  it('that do not exist are named, and moved past the change', () => {
    expect(readWallTime('2026-03-29T02:30', BERLIN)).toEqual({
      text: '2026-03-29T03:30:00+02:00',
      says:
        '02:30 does not exist on 29 March 2026 in Europe/Berlin: the clocks go forward over it. ' +
        'Taken is 03:30 (+02:00).',
    });
  });

  it('that come twice are named, and the other can be taken', () => {
    const read = readWallTime('2026-10-25T02:30', BERLIN);
    expect(read).toMatchObject({ text: '2026-10-25T02:30:00+02:00' });
    expect(read?.says).toMatch(/comes twice on 25 October 2026 .* Taken is the first/);
    const first = twiceWords('2026-10-25T02:30:00+02:00', BERLIN);
    expect(first?.other).toBe('2026-10-25T02:30:00+01:00');
    const second = twiceWords('2026-10-25T01:30:00Z', BERLIN);
    expect(second).toMatchObject({ other: '2026-10-25T02:30:00+02:00' });
    expect(second?.says).toMatch(/Taken is the second/);
    expect(twiceWords('2026-10-26T01:30:00Z', BERLIN)).toBeUndefined();
  });

  it.each(['', '2026-13-01T00:00', 'soon'])('"%s" is none', (wall) => {
    expect(readWallTime(wall, BERLIN)).toBeUndefined();
  });
});
