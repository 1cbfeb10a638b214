/** The hunt that is simulated, and the events that happen in it. */
import type { LoggedEvent } from '@trove/core';
import { huntDefinition, playEvent, type SeededSource, T0 } from '@trove/testkit';

const CODES = ['CLOCK', 'VAULT', 'NOPE'] as const;
/** Every this many numbers a team asks for a hint instead of scanning. */
const HINT_EVERY = 7;
/** And every this many reports where it is. */
const REPORT_EVERY = 11;
export const HINT_COST = 2;
export const SCANS_FOR_ATTIC = 5;
const TEAMS = ['herons', 'otters', 'lynxes', 'foxes'] as const;
/** Numbers that events are drawn from. */
export const EVENTS = 120;

export const definition = huntDefinition({
  clues: [
    {
      id: 'clock',
      title: 'Clock',
      points: 20,
      find: { code: 'CLOCK' },
      decay: { linear: { perSolve: 4, floor: 9 } },
      firstFinders: [5, 3],
      hints: [{ id: 'face', text: 'Look up.', cost: HINT_COST }],
    },
    { id: 'vault', title: 'Vault', points: 50, find: { code: 'VAULT' }, locked: true },
  ],
  badges: [{ id: 'keen', title: 'Keen' }],
  rules: [
    {
      id: 'scans',
      on: 'code.scanned.v1',
      when: 'true',
      then: { counters: [{ name: 'scans', add: 1 }] },
    },
    {
      id: 'attic',
      on: 'code.scanned.v1',
      when: `team.counters.scans == ${SCANS_FOR_ATTIC}`,
      then: { unlock: ['vault'], badge: 'keen', penalise: 1 },
    },
  ],
});
/** Long before the dedup window of a run; their ids were parked while it still covered them. */
const OLD_MS = T0 - 100 * 3_600_000;
export const OLD_EVENTS = 6;

export function oldEvent(number: number): LoggedEvent {
  const team = TEAMS[number % TEAMS.length] ?? 'herons';
  return playEvent(
    'code.scanned.v1',
    { code: 'CLOCK' },
    { number: 9_000 + number, team, timeMs: OLD_MS },
  );
}

export function randomEvent(random: SeededSource): LoggedEvent {
  if (random.chance(0.05)) return oldEvent(random.below(OLD_EVENTS));
  const number = random.below(EVENTS);
  const content = random.chance(0.05) ? number + 5_000 : number;
  // Which code and team a number stands for is fixed, so that only `content` makes a conflict.
  const code = CODES[number % CODES.length] ?? 'NOPE';
  const team = TEAMS[Math.floor(number / 3) % TEAMS.length] ?? 'herons';
  const options = { number, team, content };
  if (number % HINT_EVERY === 0) {
    return playEvent('hint.requested.v1', { clue: 'clock', hint: 'face' }, options);
  }
  if (number % REPORT_EVERY === 0)
    return playEvent('location.reported.v1', { lat: number, lon: 9 }, options);
  return playEvent('code.scanned.v1', { code }, options);
}
