/** The hunt that is simulated, in two versions, and the events that happen in it. */
import { canonicalHunt, type LoggedEvent, type PlayLogged } from '@trove/core';
import { huntDefinition, operated, playEvent, type SeededSource, T0 } from '@trove/testkit';
import { DeviceMaker } from './simDevice.fixture.js';

export const HUNT = 'test-hunt';
const CODES = ['CLOCK', 'VAULT', 'NOPE'] as const;
/** Judging it throws while the first version is in force. */
export const POISON = 'POISON';
export const HINT_COST = 2;
export const SCANS_FOR_ATTIC = 5;
const TEAMS = ['herons', 'otters', 'lynxes', 'foxes'] as const;
const HOUR_MS = 3_600_000;
/** The window is 48 hours: some ids are inside it, some near its edge, some beyond. */
const AGES_MS = [0, 0, 0, 0, 0, HOUR_MS, 30 * HOUR_MS, 47.9 * HOUR_MS, 49 * HOUR_MS, 168 * HOUR_MS];

/** Codes that the hunt lets anybody scan; any other is refused. */
export const FRESH_CODES: readonly string[] = ['CLOCK', 'VAULT', POISON];
/** Scans of one player; those beyond rest in quarantine. */
export const RATE = { atMost: 4, perS: 4 };
/** For so long the same said again by the same player is a repeat. */
export const WINDOWS_MS: ReadonlyMap<string, number> = new Map([
  ['code.scanned.v1', 1_000],
  ['hint.requested.v1', 60_000],
]);

/** Both versions ask the same of their events. */
const QUALITY = {
  dedup: {
    fingerprint: {
      windows: [...WINDOWS_MS].map(([on, windowMs]) => ({ on, windowS: windowMs / 1_000 })),
    },
  },
  expectations: [
    {
      id: 'known-code',
      on: 'code.scanned.v1',
      expect: { field: 'code', oneOf: FRESH_CODES },
      otherwise: 'refuse',
    },
    { id: 'not-too-often', on: 'code.scanned.v1', expect: RATE, otherwise: 'quarantine' },
  ],
};

/** What a version's clues are worth. */
export const WORTH = { 1: { clock: 20, vault: 50 }, 2: { clock: 30, vault: 70 } } as const;
export type Version = keyof typeof WORTH;

export const HASHES: Readonly<Record<Version, string>> = { 1: 'a'.repeat(64), 2: 'b'.repeat(64) };

function definition(version: Version) {
  const { clock, vault } = WORTH[version];
  return huntDefinition({
    clues: [
      {
        id: 'clock',
        title: 'Clock',
        points: clock,
        find: { code: 'CLOCK' },
        decay: { linear: { perSolve: 4, floor: 9 } },
        firstFinders: [5, 3],
        hints: [{ id: 'face', text: 'Look up.', cost: HINT_COST }],
      },
      { id: 'vault', title: 'Vault', points: vault, find: { code: 'VAULT' }, locked: true },
    ],
    badges: [{ id: 'keen', title: 'Keen' }],
    quality: QUALITY,
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
}

/** Bodies of the versions by their hash. */
export const BODIES: ReadonlyMap<string, string> = new Map(
  ([1, 2] as const).map((version) => [HASHES[version], canonicalHunt(definition(version))]),
);

/** Makes the events of one client: each new one has a number of its own. */
export class EventMaker {
  private number: number;
  private readonly made: LoggedEvent[] = [];
  private readonly device: DeviceMaker;

  constructor(
    private readonly random: SeededSource,
    private readonly client: number,
  ) {
    this.number = client * 10_000;
    this.device = new DeviceMaker(random, client);
  }

  /** A new event, one said again, or one said again with other content. */
  next(nowMs: number): LoggedEvent {
    const { random, made } = this;
    const again = made.length > 0 && random.chance(0.15) ? random.pick(made) : undefined;
    if (again !== undefined) return random.chance(0.3) ? { ...again, digest: 'another!' } : again;
    this.number += 1;
    const timeMs = Math.floor(nowMs - random.pick(AGES_MS));
    const said = this.event({ number: this.number, team: this.team, timeMs });
    const event = this.device.count(said);
    made.push(event);
    return event;
  }

  private get team(): string {
    return TEAMS[this.client % TEAMS.length] ?? 'herons';
  }

  private event(options: { number: number; team: string; timeMs: number }): PlayLogged {
    const kind = this.random.below(20);
    if (kind < 2) return playEvent('hint.requested.v1', { clue: 'clock', hint: 'face' }, options);
    if (kind < 4) return playEvent('location.reported.v1', { lat: 1, lon: 9 }, options);
    const code = kind === 4 ? POISON : this.random.pick(CODES);
    return playEvent('code.scanned.v1', { code }, options);
  }
}

/** Something an operator does to the hunt; each has a number of its own. */
export function operatorsAct(random: SeededSource, number: number): LoggedEvent {
  const team = random.pick(TEAMS);
  const phase = random.pick(['paused', 'live', 'live'] as const);
  const as = random.pick(['playing', 'playing', 'banned', 'hidden'] as const);
  const points = random.pick([7, -3]);
  return operated(
    random.pick([
      { type: 'hunt.phase_changed.v1', data: { phase } },
      { type: 'hunt.broadcast.v1', data: { text: `number ${number}` } },
      { type: 'board.freeze_changed.v1', data: { isFrozen: random.chance(0.5) } },
      { type: 'points.adjusted.v1', data: { team, points, reason: 'jury' } },
      { type: 'team.status_changed.v1', data: { team, as, reason: 'jury' } },
    ]),
    1_000 + number,
  );
}

/** When everything begins, ms. */
export const START_MS = T0;
