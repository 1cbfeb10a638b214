/** Hunts and events for tests: small, plain, and different only where a test says so. */
import {
  type EventData,
  type EventType,
  HuntDefinition,
  type Operation,
  type Settling,
} from '@trove/contracts';
import {
  type CompiledHunt,
  type ControlLogged,
  compileHunt,
  type LoggedEvent,
  type MembershipEvent,
  type PlayLogged,
  type StateView,
} from '@trove/core';

/** Milliseconds at which test hunts begin. */
export const T0 = Date.UTC(2026, 5, 1, 18);

export function huntDefinition(more: Record<string, unknown> = {}): HuntDefinition {
  return HuntDefinition.parse({
    trove: 1,
    slug: 'test-hunt',
    title: 'Test hunt',
    joinCode: 'TEST',
    clues: [
      { id: 'pier', title: 'Pier', points: 10, find: { place: { id: 'p1', lat: 1, lon: 1 } } },
      { id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } },
      {
        id: 'riddle',
        title: 'Riddle',
        points: 30,
        find: { answer: { accept: ['lantern'], attempts: 3, coolDownS: 10 } },
      },
      {
        id: 'vault',
        title: 'Vault',
        points: 50,
        find: { code: 'VAULT' },
        requires: { all: ['pier', 'clock'] },
      },
    ],
    rules: [
      {
        id: 'first-two',
        on: 'code.scanned.v1',
        when: 'verdict == "solved"',
        then: { award: 5 },
        limit: { first: 2 },
      },
    ],
    ...more,
  });
}

export function compiled(definition: HuntDefinition, version = 1): CompiledHunt {
  const result = compileHunt(definition, version);
  if (!result.ok) throw new Error(`fixture does not compile: ${result.mistakes[0]?.message}`);
  return result.hunt;
}

/** State before anything was committed, under rules that are in force all the same. */
export function emptyView(rules: CompiledHunt): StateView {
  return {
    hunt: () => undefined,
    teams: () => undefined,
    memory: () => undefined,
    watches: () => undefined,
    teamOf: () => undefined,
    isParked: () => false,
    rules: () => rules,
  };
}

/** 24 characters of an identity: the id's time, then a number, then the source's number. */
export function identity(timeMs: number, number: number, source = 0): string {
  const bytes = new Uint8Array(24);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(timeMs / 0x1_0000));
  view.setUint16(4, timeMs % 0x1_0000);
  view.setUint32(8, number);
  bytes[6] = 0x70;
  bytes[12] = 0x80;
  view.setUint32(20, source);
  return String.fromCharCode(...bytes);
}

/** The same event with its id minted at another time, as a log on a real clock wants it. */
export function mintedAt<E extends LoggedEvent>(event: E, timeMs: number): E {
  return { ...event, identity: identity(timeMs, 0).slice(0, 6) + event.identity.slice(6) };
}

export interface EventOptions {
  readonly number: number;
  readonly team?: string;
  readonly timeMs?: number;
  /** What the digest stands for; another value with the same number is a conflict. */
  readonly content?: number;
  readonly hunt?: string;
}

/** A play event; its id is made of its time and number. */
export function playEvent<T extends EventType>(
  type: T,
  data: EventData<T>,
  options: EventOptions,
): PlayLogged {
  const timeMs = options.timeMs ?? T0;
  const team = options.team ?? 'herons';
  return {
    identity: identity(timeMs, options.number),
    digest: String(options.content ?? options.number).padStart(8, '0'),
    source: '/test',
    hunt: options.hunt ?? 'test-hunt',
    player: team,
    team,
    timeMs,
    sentAtMs: timeMs,
    receivedAtUs: timeMs * 1000,
    type,
    data,
  } as PlayLogged;
}

export function published(hash: string, number: number, version = 1): ControlLogged {
  return {
    ...controlBase(number),
    type: 'hunt.published.v1',
    data: { version, hash },
  };
}

/** An operator's act, as its event stands in the log. */
export function operated({ type, data }: Operation | Settling, number: number): ControlLogged {
  const base = controlBase(number);
  const team = ('team' in data ? data.team : undefined) ?? base.team;
  return { ...base, team, type, data: { ...data, by: 'test' } } as ControlLogged;
}

/** A player makes a team and is the first in it. */
export function made(player: string, team: string, number: number): ControlLogged {
  const name = team.toUpperCase();
  return {
    ...controlBase(number),
    player,
    team,
    type: 'team.made.v1',
    data: { player, playerName: player.toUpperCase(), team, name, code: codeOf(team) },
  };
}

/** Somebody comes into a team, leaves it, or is sent away by its captain. */
export function moved(event: MembershipEvent, number: number): ControlLogged {
  return { ...controlBase(number), team: event.data.team, ...event };
}

/** The code that a team of the tests begins with. */
export function codeOf(team: string): string {
  return `CODE-${team}`;
}

/** A door's note that a team which solved the clock last was told to try these clues. */
export function told(team: string, clues: string[], number = 30): ControlLogged {
  return {
    ...controlBase(number),
    type: 'suggestions.served.v1',
    data: { team, clues, after: 'clock' },
  };
}

function controlBase(number: number): Omit<ControlLogged, 'type' | 'data'> {
  return {
    identity: identity(T0, 1_000_000 + number, 7),
    digest: `c${number}`.padStart(8, '0'),
    source: '/trove/control',
    hunt: 'test-hunt',
    player: 'trove',
    team: 'trove',
    timeMs: T0,
    sentAtMs: T0,
    receivedAtUs: T0 * 1000,
  };
}
