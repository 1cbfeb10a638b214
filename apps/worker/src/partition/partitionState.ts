/**
 * A partition's state as far as this worker has read it. It may be trusted exactly as long as
 * commits succeed: a refused one means that somebody else wrote, and all of it is dropped.
 */
import {
  applyDecision,
  type CompiledHunt,
  type Decision,
  type HuntMemory,
  type HuntState,
  type LoadedState,
  type LogEntry,
  namesOfChunk,
  newMemory,
  type StateQuery,
  type StateStore,
  type StateView,
  type TeamState,
  type TeamWatch,
  type Trail,
} from '@trove/core';
import { DRAIN_LIMITS } from './limits.js';
import type { RulesCache } from './rulesCache.js';

export interface PartitionStateDeps {
  readonly store: StateStore;
  readonly rules: RulesCache;
}

export class PartitionState {
  private readonly hunts = new Map<string, HuntState>();
  private readonly teams = new Map<string, Map<string, TeamState>>();
  private readonly players = new Map<string, string>();
  private readonly memories = new Map<string, HuntMemory>();
  private readonly watches = new Map<string, Map<string, TeamWatch>>();
  /** Teams by hunt that were looked up, found or not; `ALL` of a hunt that was loaded whole. */
  private readonly known = new Map<string, Set<string> | typeof ALL>();
  /** Parked identities of the chunk at hand, by hunt and identity. */
  private readonly parked = new Set<string>();
  private cachedTeams = 0;

  readonly view: StateView = {
    hunt: (slug) => this.hunts.get(slug),
    teams: (hunt) => this.teams.get(hunt),
    memory: (hunt) => this.memories.get(hunt),
    watches: (hunt) => this.watches.get(hunt),
    teamOf: (hunt, player) => this.players.get(`${hunt}\n${player}`),
    isParked: (hunt, identity) => this.parked.has(`${hunt}\n${identity}`),
    rules: (hash, version) => this.rulesOf(hash, version),
    // What is swapped in is decided on another view: on this one it is always refused.
    hasShadow: () => false,
  };

  constructor(
    private readonly partition: number,
    private readonly deps: PartitionStateDeps,
  ) {}

  /** Loads what a chunk names. False while a version's body is missing: wait and call again. */
  async prepare(entries: readonly LogEntry[]): Promise<boolean> {
    const names = namesOfChunk(entries, this.known);
    const { hunts, teams, joins: players, replays } = names;
    this.parked.clear();
    if (hunts.length + teams.length + players.length + replays.length > 0) {
      await this.load({ partition: this.partition, hunts, teams, players, replays });
    }
    for (const { hash, version } of [...names.published, ...this.inForce()]) {
      const { rules } = this.deps;
      if (!rules.holds(hash, version) && !(await rules.ensure(hash, version))) return false;
    }
    return true;
  }

  /**
   * A few hunts at a time: taking thousands of teams in holds the loop, and it is between the
   * answers that the lease is renewed. Teams come last, when it is known which hunts came whole.
   */
  private async load({ partition, hunts, ...rest }: StateQuery): Promise<void> {
    const { huntsPerLoad } = DRAIN_LIMITS;
    const nothing = { teams: [], players: [], replays: [] };
    let from = 0;
    for (; hunts.length - from > huntsPerLoad; from += huntsPerLoad) {
      const few = { partition, hunts: hunts.slice(from, from + huntsPerLoad), ...nothing };
      this.keep(await this.deps.store.load(few), few);
    }
    const last = { partition, hunts: hunts.slice(from), ...rest };
    this.keep(await this.deps.store.load(last), last);
  }

  /** Events judged without the rules that are in force would be closed for good. */
  private rulesOf(hash: string, version: number): CompiledHunt {
    const rules = this.deps.rules.get(hash, version);
    if (rules === undefined) throw new Error(`version ${version} (${hash}) was not loaded`);
    return rules;
  }

  private inForce(): HuntState[] {
    return [...this.hunts.values()].filter(({ version }) => version > 0);
  }

  apply(decision: Decision): void {
    const { hunts, teams, players, memories, watches } = this;
    for (const { hunt, team } of decision.teams) {
      if (teams.get(hunt)?.has(team) !== true) this.cachedTeams += 1;
    }
    applyDecision({ hunts, teams, players, memories, watches }, decision);
    if (this.cachedTeams > DRAIN_LIMITS.cachedTeams) this.clear();
  }

  /** Lets go of all that is known of a hunt: its state was swapped. */
  forget(hunt: string): void {
    this.cachedTeams -= this.teams.get(hunt)?.size ?? 0;
    for (const known of [this.known, this.hunts, this.teams, this.memories, this.watches]) {
      known.delete(hunt);
    }
    for (const key of this.players.keys()) {
      if (key.startsWith(`${hunt}\n`)) this.players.delete(key);
    }
  }

  private clear(): void {
    this.known.clear();
    this.cachedTeams = 0;
    this.hunts.clear();
    this.teams.clear();
    this.players.clear();
    this.memories.clear();
    this.watches.clear();
  }

  private keep(loaded: LoadedState, { hunts, teams, players, replays }: StateQuery): void {
    replays.forEach(({ hunt, identity }, i) => {
      if (loaded.parked[i]) this.parked.add(`${hunt}\n${identity}`);
    });
    players.forEach(({ hunt, player }, i) => {
      const team = loaded.players[i];
      if (team !== undefined) this.players.set(`${hunt}\n${player}`, team);
    });
    hunts.forEach((slug, i) => {
      const whole = loaded.wholes[i];
      this.known.set(slug, whole === undefined ? new Set() : ALL);
      const hunt = loaded.hunts[i];
      if (hunt !== undefined) this.hunts.set(slug, hunt);
      const memory = loaded.memories[i];
      if (memory !== undefined) this.memories.set(slug, memory);
      this.watches.set(slug, new Map(loaded.watches[i]));
      for (const team of whole ?? []) this.keepTeam(team);
    });
    teams.forEach(({ hunt, team }, i) => {
      const known = this.known.get(hunt);
      if (!(known instanceof Set)) return;
      known.add(team);
      const state = loaded.teams[i];
      if (state !== undefined) this.keepTeam(state);
      else this.cachedTeams += 1;
      const trail = loaded.trails[i];
      if (trail !== undefined) this.keepTrail(hunt, team, trail);
      const watch = loaded.teamWatches[i];
      if (watch !== undefined) this.watches.get(hunt)?.set(team, watch);
    });
  }

  private keepTrail(hunt: string, team: string, trail: Trail): void {
    const memory = this.memories.get(hunt) ?? newMemory();
    this.memories.set(hunt, memory);
    (memory.trails as Map<string, Trail>).set(team, trail);
  }

  private keepTeam(state: TeamState): void {
    this.cachedTeams += 1;
    let byName = this.teams.get(state.hunt);
    if (byName === undefined) {
      byName = new Map();
      this.teams.set(state.hunt, byName);
    }
    byName.set(state.team, state);
  }
}

/** Stands for the teams of a hunt of which every team is known: another one must be new. */
const ALL = { has: () => true } as const;
