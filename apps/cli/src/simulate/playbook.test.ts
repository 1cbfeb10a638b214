import {
  checkPlayEvent,
  EVENT_TYPES,
  HuntDefinition,
  type Injected,
  timeOfEventId,
  WIRE_LIMITS,
} from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIXES, mixOf } from './mix.js';
import { dueAt } from './pacer.js';
import { Playbook, type PlaybookOptions, type Sending } from './playbook.js';
import { teamNameOf } from './teamNames.js';

const definition = HuntDefinition.parse({
  trove: 1,
  slug: 'h',
  title: 'H',
  clues: [
    { id: 'a', title: 'A', points: 1, find: { place: { id: 'p', lat: 51, lon: 0, radiusM: 50 } } },
    { id: 'b', title: 'B', points: 1, find: { code: 'C' }, requires: { all: ['a'] } },
    {
      id: 'c',
      title: 'C',
      points: 1,
      find: { answer: { accept: ['x'] } },
      hints: [{ id: 'h', text: 'X' }],
    },
    {
      id: 'd',
      title: 'D',
      points: 1,
      find: {
        choice: {
          options: [
            { id: 'yes', text: 'Yes', right: true },
            { id: 'no', text: 'No' },
          ],
        },
      },
    },
  ],
});
const START = 1_700_000_000_000;
const HOUR = 3_600_000;
const defaults: PlaybookOptions = {
  definition,
  seed: 1,
  players: 5,
  mix: MIXES.default,
  stepsToClue: 4,
};

/** Asked `count` times, `stepMs` apart. */
function play(options: Partial<PlaybookOptions>, count: number, startMs = START, stepMs = 10) {
  const playbook = new Playbook({ ...defaults, ...options });
  return Array.from({ length: count }, (_, index) => playbook.next(startMs + index * stepMs));
}
const flat = (bursts: readonly (readonly Sending[])[]) => bursts.flat();
const only = (kind: Injected, sendings: readonly Sending[]) => {
  return sendings.filter(({ injected }) => injected === kind).map(({ event }) => event);
};
const withoutTime = ({ injected, event }: Sending) => {
  const { id, time, ...rest } = event;
  return JSON.stringify([injected, String(id).slice(13), time === undefined, rest]);
};

describe('a seed', () => {
  it('with the times it is asked at fixes all that is sent', () => {
    const seeds = fc.record({
      seed: fc.nat(),
      players: fc.integer({ min: 1, max: 40 }),
      mix: fc.constantFrom(...Object.values(MIXES)),
    });
    fc.assert(
      fc.property(seeds, (options) => {
        expect(play(options, 300)).toEqual(play(options, 300));
      }),
      { numRuns: 50 },
    );
  });

  it('fixes everything but the time base', () => {
    const first = flat(play({}, 2_000)).map(withoutTime);
    const later = flat(play({}, 2_000, START + 1_000 * HOUR)).map(withoutTime);
    const plain = (texts: string[]) => texts.filter((text) => !text.startsWith('["malformed'));
    expect(plain(later)).toEqual(plain(first));
  });

  it('differs from another seed', () => {
    expect(play({ seed: 2 }, 50)).not.toEqual(play({}, 50));
  });
});

describe('a crowd', () => {
  it('sends fresh events that keep their contract, of every type, in several verdicts', () => {
    const sendings = flat(play({ mix: MIXES.clean }, 3_000));
    const labels = new Set(sendings.map(({ injected }) => injected));
    expect(labels).toEqual(new Set(['clean', 'lookalike']));
    const fresh = sendings.map(({ event }) => event);
    for (const event of fresh) expect(checkPlayEvent(event)).toMatchObject({ isGood: true });
    const played = EVENT_TYPES.filter((type) => !type.startsWith('photo.'));
    expect(new Set(fresh.map(({ type }) => type))).toEqual(new Set(played));
    const chosen = fresh.filter(({ type }) => type === 'option.chosen.v1');
    expect(new Set(chosen.map(({ data }) => JSON.stringify(data))).size).toBeGreaterThan(1);
    expect(new Set(fresh.map(({ id }) => id)).size).toBe(3_000);
    expect(new Set(fresh.map(({ team }) => team)).size).toBeGreaterThan(2);
  });

  it.each(Object.keys(MIXES) as (keyof typeof MIXES)[])('keeps the shares of %s', (name) => {
    const mix = MIXES[name];
    const sendings = flat(play({ mix, players: 30 }, 20_000));
    for (const [kind, share] of Object.entries(mix)) {
      const found = only(kind as Injected, sendings).length / sendings.length;
      expect(Math.abs(found - share), kind).toBeLessThan(0.2 * share + 0.001);
    }
  });
});

describe('labels', () => {
  const sendings = flat(play({ mix: MIXES.harsh, players: 30 }, 6_000));
  const first = new Map<string, Sending>();
  for (const sending of sendings) {
    if (!first.has(sending.event.id)) first.set(sending.event.id, sending);
  }

  it('are right of all that keeps its contract and of what breaks it', () => {
    for (const { injected, event } of sendings) {
      const isAhead = () => timeOfEventId(event.id) > START + 20 * HOUR;
      const isKnown = event.hunt === 'h';
      const isGood = checkPlayEvent(event).isGood && isKnown && !isAhead();
      expect(isGood, JSON.stringify([injected, event])).toBe(injected !== 'malformed');
    }
  });

  it('call a retry what is byte for byte what was sent before', () => {
    for (const event of only('retry', sendings)) expect(event).toBe(first.get(event.id)?.event);
  });

  it('call a conflict what has a known id and says something else', () => {
    const conflicts = [...only('alteredPayload', sendings), ...only('idCollision', sendings)];
    for (const event of conflicts) {
      const known = first.get(event.id);
      expect(known?.injected).toBe('clean');
      expect({ ...event }).not.toEqual({ ...known?.event });
    }
  });

  it('never repeat an id both as it was and with other content', () => {
    const retried = new Set(only('retry', sendings).map(({ id }) => id));
    const conflicts = [...only('alteredPayload', sendings), ...only('idCollision', sendings)];
    expect(conflicts.filter(({ id }) => retried.has(id))).toEqual([]);
    expect(new Set(conflicts.map(({ id }) => id)).size).toBe(conflicts.length);
  });

  it('give the same deed a new id a moment later, of the same player or of a team mate', () => {
    const byData = new Map<object, Sending['event'][]>();
    for (const { event } of sendings) {
      byData.set(event.data, [...(byData.get(event.data) ?? []), event]);
    }
    const isAgain = (event: Sending['event'], isSamePlayer: boolean) =>
      byData.get(event.data)?.some(({ id, team, player, time }) => {
        const gapMs = Date.parse(event.time) - Date.parse(time);
        const isSame = team === event.team && id !== event.id && gapMs > 0 && gapMs < 5_000;
        return isSame && (player === event.player) === isSamePlayer;
      });
    for (const event of only('doubleTap', sendings)) expect(isAgain(event, true)).toBe(true);
    for (const event of only('twoDevices', sendings)) expect(isAgain(event, false)).toBe(true);
  });

  it('leave the id of a skewed clock right and its time wrong', () => {
    const signs = only('skewedClock', sendings).map(({ id, time }) => {
      const offMs = Date.parse(time) - timeOfEventId(id);
      expect(Math.abs(offMs)).toBeGreaterThanOrEqual(2 * 60_000 - 1);
      expect(Math.abs(offMs)).toBeLessThanOrEqual(6 * HOUR + 1);
      return Math.sign(offMs);
    });
    expect(new Set(signs)).toEqual(new Set([-1, 1]));
  });

  it('make a late id older than the dedup window', () => {
    for (const { id } of only('late', sendings)) {
      expect(timeOfEventId(id)).toBeLessThan(START + 60_000 - WIRE_LIMITS.dedupWindowMs);
    }
  });

  it('call what follows an oddity of the same player its aftermath', () => {
    const odd = new Set(
      [...only('teleport', sendings), ...only('skewedClock', sendings)].map(({ player }) => player),
    );
    expect(only('aftermath', sendings).some(({ player }) => odd.has(player))).toBe(true);
  });

  it('call what a team does again by chance a lookalike, and use no such event for another', () => {
    const good = ['clean', 'lookalike', 'aftermath', 'offlineBurst', 'skewedClock'];
    const isGood = (injected: Injected) => good.includes(injected);
    const alike = only('lookalike', sendings);
    expect(alike.length).toBeGreaterThan(0);
    const done = new Set<string>();
    for (const { injected, event } of sendings) {
      const deed = JSON.stringify([event.team, event.type, event.data]);
      if (injected === 'lookalike') expect(done.has(deed)).toBe(true);
      if (injected === 'clean') expect(done.has(deed), deed).toBe(false);
      if (isGood(injected)) done.add(deed);
    }
    const known = new Set(alike.map(({ id }) => id));
    const later = [...only('retry', sendings), ...only('alteredPayload', sendings)];
    expect(later.filter(({ id }) => known.has(id))).toEqual([]);
  });

  it('queue a burst in order over minutes and send it at once', () => {
    const bursts = play({ mix: mixOf({ offlineBurst: 0.2 }) }, 500).filter(({ length }) => {
      return length > 1;
    });
    expect(bursts.length).toBeGreaterThan(3);
    for (const burst of bursts) {
      const times = burst.map(({ event }) => Date.parse(event.time));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(60_000);
      expect(burst.map(({ event }) => timeOfEventId(event.id))).toEqual(times);
    }
    const players = bursts.map(([sending]) => sending?.event.player);
    expect(new Set(players).size).toBe(players.length);
  });

  it('ask nothing of a clock that is the events own', () => {
    const replay = { ...definition, clock: 'events' as const };
    const kinds = flat(play({ definition: replay, mix: MIXES.harsh }, 2_000));
    expect([...only('late', kinds), ...only('skewedClock', kinds)]).toEqual([]);
  });
});

it('names many teams without a repeat', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => teamNameOf(index));
  expect(new Set(names).size).toBe(1_000);
});

it('is due by the clock, not by the answers', () => {
  expect(dueAt({ elapsedMs: 0, rate: 10, made: 0 })).toBe(1);
  expect(dueAt({ elapsedMs: 1_000, rate: 10, made: 3 })).toBe(8);
  expect(dueAt({ elapsedMs: 1_000, rate: 10, made: 11 })).toBe(0);
});
