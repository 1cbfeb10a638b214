/**
 * Copy-on-write working copies of one chunk. Decide must be able to run again from the same
 * state when the store knows repeats it did not, so nothing here touches what it was given.
 */
import type { HuntPhase } from '@trove/contracts';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import type { TeamWatch, WrongAnswer } from '../quality/teamWatch.js';
import { WatchDraft } from '../quality/watchDraft.js';
import type { HuntMemory } from '../recommend/huntMemory.js';
import { MemoryDraft } from '../recommend/memoryDraft.js';
import type { PhaseState } from './phases.js';
import type { Roster } from './roster.js';
import { type Timeline, withPoint } from './scoreTimeline.js';
import type { HuntState, TeamMarks, TeamState } from './state.js';
import { newHunt, newTeam } from './state.js';
import { withOpened } from './unlock.js';
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
  rules: CompiledHunt | undefined;
  private readonly teams = new Map<string, TeamDraft>();
  private readonly baseTeams: ReadonlyMap<string, TeamState> | undefined;

  constructor(slug: string, { base, rules, teams, memory, watches, recommends }: HuntBase) {
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
    const changed = [...this.teams.values()].filter(({ isChanged }) => isChanged);
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

/** A team while a chunk is decided; its collections are copied at the first write. */
export class TeamDraft {
  isChanged = false;
  name: string | undefined;
  isPlaytest: boolean;
  division: string | undefined;
  score: number;
  solved: ReadonlySet<string>;
  attempts: TeamState['attempts'];
  fired: TeamState['fired'];
  roster: Roster;
  timeline: Timeline;
  marks: TeamMarks;
  readonly hunt: string;
  readonly team: string;

  private readonly hasBase: boolean;
  private opened: HuntState['opened'] | undefined;

  constructor(hunt: string, team: string, base: TeamState | undefined) {
    this.hasBase = base !== undefined;
    const from = base ?? newTeam(hunt, team);
    this.hunt = hunt;
    this.team = team;
    this.name = from.name;
    this.isPlaytest = from.isPlaytest;
    this.division = from.division;
    this.score = from.score;
    this.solved = from.solved;
    this.attempts = from.attempts;
    this.fired = from.fired;
    this.roster = from.roster;
    this.timeline = from.timeline;
    this.marks = from.marks;
  }

  /** True once the hunt has a state of this team. */
  get isKnown(): boolean {
    return this.hasBase || this.isChanged;
  }

  /**
   * Takes what operators have opened for all, and keeps it: whether it was taken must not depend on
   * what else of the team changes in this chunk.
   */
  open(opened: HuntState['opened'], rules: CompiledHunt | undefined): void {
    if (this.opened === opened) return;
    this.opened = opened;
    const marks = withOpened(this, opened, rules);
    if (marks === this.marks) return;
    this.marks = marks;
    if (this.isKnown) this.isChanged = true;
  }

  addScore(points: number): void {
    this.isChanged = true;
    this.score += points;
  }

  addSolved(clue: string): void {
    this.isChanged = true;
    this.solved = new Set(this.solved).add(clue);
  }

  setAttempt(clue: string, attempt: { wrong: number; untilMs: number }): void {
    this.isChanged = true;
    this.attempts = new Map(this.attempts).set(clue, attempt);
  }

  addFired(rule: string): void {
    this.isChanged = true;
    this.fired = new Map(this.fired).set(rule, (this.fired.get(rule) ?? 0) + 1);
  }

  /** Takes marks the caller has made anew. */
  mark(change: Partial<TeamMarks>): void {
    this.isChanged = true;
    this.marks = { ...this.marks, ...change };
  }

  /** Settles what the team is for ever, before anything is known of it. */
  makePlaytest(): void {
    this.isChanged = true;
    this.isPlaytest = true;
  }

  setDivision(division: string | undefined): void {
    this.isChanged = true;
    this.division = division;
  }

  rename(name: string): void {
    this.isChanged = true;
    this.name = name;
  }

  changeRoster(roster: Roster): void {
    this.isChanged = true;
    this.roster = roster;
  }

  /** Keeps what the team has reached, after its points have moved. */
  keepPoint(nowMs: number): void {
    this.timeline = withPoint(this.timeline, {
      atS: Math.floor(nowMs / 1000),
      score: this.score,
    });
  }

  freeze(): TeamState {
    const { hunt, team, name, isPlaytest, division, score, solved } = this;
    const { attempts, fired, roster, timeline, marks } = this;
    return {
      ...{ hunt, team, name, isPlaytest, division, score, solved, attempts, fired },
      ...{ roster, timeline, marks },
    };
  }
}
