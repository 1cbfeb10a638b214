import { LiveHunt } from '@trove/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { PhaseClock } from './phaseClock.js';
import type { Rooms } from './pusher.js';

const HUNT = LiveHunt.parse({
  ...{ slug: 'night', title: 'Night', partition: 3, version: 1, hash: 'a', clock: 'wall' },
  ...{ phase: 'live', maxEvents: 10 },
});

const open: PhaseClock[] = [];
afterEach(() => {
  for (const clock of open.splice(0)) clock.close();
});

/** What players of a hunt are told at each of these moments. */
function toldOf(hunt: Partial<LiveHunt>, moments: readonly number[]): unknown[] {
  const told: unknown[] = [];
  let now = 0;
  const rooms: Rooms = {
    has: () => true,
    count: () => 1,
    emit: (room, message, push) => void told.push([now, room, message, push]),
    emitBytes: () => undefined,
    emitLatest: () => undefined,
  };
  const door = {
    hunts: { list: () => [{ ...HUNT, ...hunt }] },
    backlog: { head: (partition: number) => ({ partition, epoch: 2, offset: 7 }) },
    clock: { nowUs: () => now * 1_000 },
  };
  const clock = new PhaseClock(door, rooms);
  open.push(clock);
  for (const moment of moments) {
    now = moment;
    clock.look();
  }
  return told;
}

const phasesOf = (hunt: Partial<LiveHunt>) =>
  toldOf(hunt, [90, 100, 110, 150, 200, 210]).map((one) => {
    const [at, , , { phase }] = one as [number, string, string, { phase: string }];
    return [at, phase];
  });

describe('the time of a hunt', () => {
  it('O3 is told once to players who wait for the start', () => {
    const [first, ...more] = toldOf({ phase: 'scheduled', startsMs: 100 }, [90, 100, 110]);
    expect(first).toEqual([
      100,
      'hunt:night',
      'phase',
      {
        ...{ hunt: 'night', phase: 'live', bySchedule: true },
        ...{ partition: 3, epoch: 2, offset: 7, position: 7 },
      },
    ]);
    expect(more).toEqual([]);
  });

  it('O3 is what its file says where no operator has, for the start and for the close', () => {
    expect(phasesOf({ opensMs: 100, closesMs: 200 })).toEqual([
      [100, 'live'],
      [200, 'closed'],
    ]);
  });

  it('O2 tells nothing of what an operator has started, paused or ended', () => {
    expect(phasesOf({ phase: 'live', startsMs: 100 })).toEqual([]);
    expect(phasesOf({ phase: 'paused', opensMs: 100 })).toEqual([]);
    expect(phasesOf({ phase: 'ended', opensMs: 100, closesMs: 200 })).toEqual([]);
    expect(phasesOf({ phase: 'scheduled' })).toEqual([]);
  });

  it('O3 is not told of a hunt on its events’ clock', () => {
    expect(phasesOf({ clock: 'events', opensMs: 100 })).toEqual([]);
  });
});
