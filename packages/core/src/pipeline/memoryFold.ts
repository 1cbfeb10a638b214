/**
 * One hunt decided in memory: the same `decide` and `applyDecision` that a worker commits with,
 * on state that nobody else sees. For fixtures and for playing hunts that are not live.
 */
import type { HuntState, TeamState } from '../game/state.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import type { LogEntry, LoggedEvent } from '../ports/loggedEvent.js';
import type { Repeat } from '../ports/stateStore.js';
import type { TeamWatch } from '../quality/teamWatch.js';
import type { HuntMemory } from '../recommend/huntMemory.js';
import { applyDecision, type StateCells } from './applyDecision.js';
import { decide } from './decide.js';
import type { ResultRow } from './decision.js';
import type { StateView } from './work.js';

/** An event and the millisecond at which it reaches the log. */
export interface Arriving {
  readonly event: LoggedEvent;
  readonly atMs: number;
}

export class MemoryFold {
  private readonly view: StateView;
  private decided = 0;

  /** @param cells what was before the first event; it is written in place */
  constructor(
    private readonly rules: CompiledHunt,
    readonly cells: StateCells = emptyCells(),
  ) {
    this.view = {
      hunt: (slug) => this.cells.hunts.get(slug),
      teams: (slug) => this.cells.teams.get(slug),
      teamOf: (slug, player) => this.cells.players.get(`${slug}\n${player}`),
      isParked: () => false,
      memory: (slug) => this.cells.memories.get(slug),
      watches: (slug) => this.cells.watches.get(slug),
      rules: () => this.rules,
    };
  }

  get hunt(): HuntState | undefined {
    return this.cells.hunts.get(this.rules.slug);
  }

  team(name: string): TeamState | undefined {
    return this.cells.teams.get(this.rules.slug)?.get(name);
  }

  /**
   * Decides events in the order of the log, each an entry of its own; one row each.
   * @param repeats what is known of identities that came before, by place in the list
   */
  decide(events: readonly Arriving[], repeats = NO_REPEATS): readonly ResultRow[] {
    const entries = events.map(({ event, atMs }, i): LogEntry => {
      const id = `${Math.floor(atMs)}-${this.decided + i}`;
      return { id, appendedAtUs: atMs * 1_000, door: 'memory', isReplay: false, events: [event] };
    });
    const chunk = { entries, decided: this.decided, repeats, poisoned: NONE };
    const decision = decide(chunk, this.view);
    applyDecision(this.cells, decision);
    this.decided += events.length;
    return decision.results;
  }
}

/** State before anything has happened. */
export function emptyCells(): StateCells {
  return {
    hunts: new Map<string, HuntState>(),
    teams: new Map<string, Map<string, TeamState>>(),
    players: new Map<string, string>(),
    memories: new Map<string, HuntMemory>(),
    watches: new Map<string, Map<string, TeamWatch>>(),
  };
}

const NONE: ReadonlySet<number> = new Set();
const NO_REPEATS: ReadonlyMap<number, Repeat> = new Map();

/** 24 bytes as the log has them: six of the id's own time, then a number. */
export function numberedIdentity(timeMs: number, number: number): string {
  const bytes = new Uint8Array(24);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(timeMs / 0x1_0000));
  view.setUint16(4, timeMs % 0x1_0000);
  view.setUint32(8, number);
  return String.fromCharCode(...bytes);
}
