/** A log to decide in tests: one hunt, entries numbered by their place, state kept in maps. */
import { type EventData, type EventType, HuntDefinition } from '@trove/contracts';
import type { HuntState, TeamState } from '../game/state.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { compileHunt } from '../hunt/compileHunt.js';
import type { LogEntry, LoggedEvent } from '../ports/loggedEvent.js';
import type { Repeat } from '../ports/stateStore.js';
import type { TeamWatch } from '../quality/teamWatch.js';
import type { HuntMemory } from '../recommend/huntMemory.js';
import { applyDecision } from './applyDecision.js';
import { decide } from './decide.js';
import { type Decision, isParked, isRemembered, isUnparked } from './decision.js';
import type { StateView } from './work.js';

export const START_MS = Date.UTC(2026, 5, 1, 18);

export const DEFINITION = {
  trove: 1,
  slug: 'hunt',
  title: 'Hunt',
  clues: [
    { id: 'pier', title: 'Pier', points: 10, find: { place: { id: 'p1', lat: 1, lon: 1 } } },
    { id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } },
    {
      id: 'riddle',
      title: 'Riddle',
      points: 30,
      find: { answer: { accept: ['lantern'], attempts: 2, coolDownS: 10 } },
    },
    {
      id: 'vault',
      title: 'Vault',
      points: 50,
      find: { code: 'VAULT' },
      requires: { all: ['pier', 'clock'] },
    },
    {
      id: 'late',
      title: 'Late',
      points: 5,
      find: { code: 'LATE' },
      opens: new Date(START_MS + 60_000).toISOString(),
    },
  ],
  rules: [
    {
      id: 'first-two',
      on: 'code.scanned.v1',
      when: 'verdict == "solved" && clue.id == "clock"',
      then: { award: 5 },
      limit: { first: 2 },
    },
    {
      id: 'three-visits',
      on: 'place.visited.v1',
      when: 'true',
      then: { award: 1 },
      limit: { perTeam: 3 },
    },
  ],
};

export interface Sent {
  readonly number: number;
  readonly hunt?: string;
  readonly team?: string;
  /** Another value with the same number is other content under the same id. */
  readonly content?: number;
  /** Time of event and id. */
  readonly timeMs?: number;
}

export function play<T extends EventType>(type: T, data: EventData<T>, sent: Sent): LoggedEvent {
  return { ...base(sent), type, data } as LoggedEvent;
}

export const scan = (code: string, sent: Sent) => play('code.scanned.v1', { code }, sent);

export function control(event: Pick<LoggedEvent, 'type' | 'data'>, sent: Sent): LoggedEvent {
  return { ...base(sent), ...event } as LoggedEvent;
}

function base(sent: Sent) {
  const { number, hunt = 'hunt', team = 'herons', content = number, timeMs = START_MS } = sent;
  const bytes = new Uint8Array(24);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(timeMs / 0x1_0000));
  view.setUint16(4, timeMs % 0x1_0000);
  view.setUint32(8, number);
  return {
    identity: String.fromCharCode(...bytes),
    digest: String(content).padStart(8, '0'),
    source: '/test',
    hunt,
    player: team,
    team,
    timeMs,
    sentAtMs: timeMs,
    receivedAtUs: timeMs * 1000,
  };
}

/** An identity as a hunt's own; that of the hunt most tests play is written as it is. */
function idIn(hunt: string, identity: string): string {
  return hunt === 'hunt' ? identity : `${hunt} ${identity}`;
}

/** One partition folded by decide, remembering ids as a store does. */
export class Fold {
  readonly cells = {
    hunts: new Map<string, HuntState>(),
    teams: new Map<string, Map<string, TeamState>>(),
    players: new Map<string, string>(),
    memories: new Map<string, HuntMemory>(),
    watches: new Map<string, Map<string, TeamWatch>>(),
    frozen: new Map<string, ReadonlyMap<string, number>>(),
  };
  /** Identities in quarantine, as `idIn` writes them. */
  readonly parked = new Set<string>();
  private readonly seen = new Map<string, { digest: string; position: number }>();
  private readonly rules = new Map<string, CompiledHunt>();
  private decided = 0;
  private entries = 0;

  readonly view: StateView = {
    hunt: (slug) => this.cells.hunts.get(slug),
    teams: (hunt) => this.cells.teams.get(hunt),
    memory: (hunt) => this.cells.memories.get(hunt),
    watches: (hunt) => this.cells.watches.get(hunt),
    teamOf: (hunt, player) => this.cells.players.get(`${hunt}\n${player}`),
    isParked: (hunt, identity) => this.parked.has(idIn(hunt, identity)),
    rules: (hash) => this.rules.get(hash),
  };

  /** Puts a version live at this place of the log; every hunt has versions of its own. */
  publish(more: Record<string, unknown> = {}, version = 1, slug = 'hunt'): Decision {
    const result = compileHunt(HuntDefinition.parse({ ...DEFINITION, ...more }), version);
    if (!result.ok) throw new Error(result.mistakes[0]?.message);
    const hash = String(version).repeat(64).slice(0, 64);
    this.rules.set(hash, result.hunt);
    const event = { type: 'hunt.published.v1', data: { version, hash } } as const;
    return this.decide([control(event, { number: 900_000 + version, hunt: slug })]);
  }

  decide(events: LoggedEvent[], options: { atMs?: number; poisoned?: number[] } = {}): Decision {
    return this.decideEntries([this.entry(events, options.atMs)], options.poisoned);
  }

  entry(events: LoggedEvent[], atMs = START_MS): LogEntry {
    this.entries += 1;
    const id = `${atMs}-${this.entries}`;
    return { id, appendedAtUs: atMs * 1000, door: 'd', isReplay: false, events };
  }

  replay(events: LoggedEvent[], atMs = START_MS): Decision {
    return this.decideEntries([{ ...this.entry(events, atMs), isReplay: true }]);
  }

  decideEntries(entries: LogEntry[], poisoned: number[] = []): Decision {
    const events = entries.flatMap((entry) => entry.events);
    const repeats = new Map<number, Repeat>();
    events.forEach(({ hunt, identity }, index) => {
      const first = this.seen.get(idIn(hunt, identity));
      if (first === undefined) return;
      repeats.set(index, { index, firstPosition: first.position, firstDigest: first.digest });
    });
    const chunk = { entries, decided: this.decided, repeats, poisoned: new Set(poisoned) };
    const decision = decide(chunk, this.view);
    for (const row of decision.results) {
      if (!isRemembered(row) && !isUnparked(row)) continue;
      const { hunt, identity, digest } = row.event;
      const id = idIn(hunt, identity);
      if (isParked(row)) this.parked.add(id);
      else this.parked.delete(id);
      this.seen.set(id, { digest, position: row.position });
    }
    this.decided += events.length;
    applyDecision(this.cells, decision);
    return decision;
  }

  scoreOf(team: string): number {
    return this.cells.teams.get('hunt')?.get(team)?.score ?? 0;
  }
}
