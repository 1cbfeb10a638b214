/**
 * The copy-on-write working copy of a hunt in one chunk. Decide must be able to run again from the
 * same state when the store knows repeats it did not, so nothing here touches what it was given.
 */
import type { HuntPhase } from '@trove/contracts';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import type { TeamWatch, WrongAnswer } from '../quality/teamWatch.js';
import { WatchDraft } from '../quality/watchDraft.js';
import type { HuntMemory } from '../recommend/huntMemory.js';
import { MemoryDraft } from '../recommend/memoryDraft.js';
import type { PhaseState } from './phases.js';
import { type HuntState, newHunt, type TeamState } from './state.js';
import { TeamDraft } from './teamDraft.js';
import { huntOpenedMs } from './worth.js';

/** What is known of a hunt at the cursor. */
export interface HuntBase {
  readonly base: HuntState | undefined;
  readonly rules: CompiledHunt | undefined;
  readonly teams: ReadonlyMap<string, TeamState> | undefined;
  readonly memory: HuntMemory | undefined;
  readonly watches: ReadonlyMap<string, TeamWatch> | undefined;
  /** Whether teams are told what to try next. */
  readonly recommends: boolean;
}

/** The first event of an identity. */
export interface FirstSeen {
  readonly digest: string;
  readonly position: number;
}

/** A hunt while a chunk is decided: scalars copied, counts and teams overlaid. */
export class HuntDraft {
  version: number;
  hash: string;
  phase: HuntPhase;
  startsMs: number;
  frozenAtMs: number;
  startedAtMs: number;
  maxTimeMs: number;
  ids: number;
  watermarkMs: number;
  lastPlayMs: number;
  floorMs: number;
  solved: number;
  teamsMade: number;
  wrongAnswers: readonly WrongAnswer[];
  statuses: HuntState['statuses'];
  broadcasts: HuntState['broadcasts'];
  opened: HuntState['opened'];
  /**
   * Of a board that was frozen in this chunk: scores that teams had reached in it by then. The
   * others stand as they stood before the chunk.
   */
  frozenScores: ReadonlyMap<string, number> | undefined;
  readonly solves = new Map<string, number>();
  readonly firsts = new Map<string, number>();
  readonly base: HuntState;
  readonly memory: MemoryDraft;
  readonly watch: WatchDraft;
  readonly recommends: boolean;
  /** Identities in the chunk so far, as long as none has come again. */
  readonly seenIds = new Set<string>();
  /** The first event of each identity; made when one comes again, which is rare. */
  firstSeen: Map<string, FirstSeen> | undefined;
  rules: CompiledHunt | undefined;
  private readonly teams = new Map<string, TeamDraft>();
  private readonly baseTeams: ReadonlyMap<string, TeamState> | undefined;

  constructor(
    readonly slug: string,
    { base, rules, teams, memory, watches, recommends }: HuntBase,
  ) {
    this.firstSeen = undefined;
    this.recommends = recommends;
    this.baseTeams = teams;
    this.base = base ?? newHunt(slug);
    this.version = this.base.version;
    this.hash = this.base.hash;
    this.phase = this.base.phase;
    this.startsMs = this.base.startsMs;
    this.frozenAtMs = this.base.frozenAtMs;
    this.startedAtMs = this.base.startedAtMs;
    this.maxTimeMs = this.base.maxTimeMs;
    this.ids = this.base.ids;
    this.watermarkMs = this.base.watermarkMs;
    this.lastPlayMs = this.base.lastPlayMs;
    this.floorMs = this.base.floorMs;
    this.solved = this.base.solved;
    this.teamsMade = this.base.teamsMade;
    this.wrongAnswers = this.base.wrongAnswers;
    this.statuses = this.base.statuses;
    this.broadcasts = this.base.broadcasts;
    this.opened = this.base.opened;
    this.rules = rules;
    this.memory = new MemoryDraft(memory);
    this.watch = new WatchDraft(watches);
  }

  /** When it opened, ms on its clock. */
  get openedMs(): number {
    return huntOpenedMs(this.rules, this);
  }

  /** What its phase follows from. */
  get phaseState(): PhaseState {
    const { phase, startsMs, rules } = this;
    return { phase, startsMs, opensMs: rules?.opensMs, closesMs: rules?.closesMs };
  }

  /** Players see the board as it stands now until it is unfrozen. */
  freezeBoard(nowMs: number): void {
    this.frozenAtMs = Math.max(1, nowMs);
    const changed = [...this.teams.values()].filter(
      ({ isChanged, isPlaytest }) => isChanged && !isPlaytest,
    );
    this.frozenScores = new Map(changed.map(({ team, score }) => [team, score]));
  }

  unfreezeBoard(): void {
    this.frozenAtMs = 0;
    this.frozenScores = undefined;
  }

  solvesOf(clue: string): number {
    return this.solves.get(clue) ?? this.base.solves.get(clue) ?? 0;
  }

  firstsOf(rule: string): number {
    return this.firsts.get(rule) ?? this.base.firsts.get(rule) ?? 0;
  }

  team(name: string): TeamDraft {
    let draft = this.teams.get(name);
    if (draft === undefined) {
      draft = new TeamDraft(this.base.slug, name, this.baseTeams?.get(name));
      this.teams.set(name, draft);
    }
    if (this.opened.size > 0) draft.open(this.opened, this.rules);
    return draft;
  }

  changedTeams(): TeamState[] {
    const changed: TeamState[] = [];
    for (const draft of this.teams.values()) if (draft.isChanged) changed.push(draft.freeze());
    return changed;
  }
}
