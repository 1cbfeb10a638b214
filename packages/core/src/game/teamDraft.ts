/**
 * The copy-on-write working copy of a team in one chunk. Decide must be able to run again from the
 * same state when the store knows repeats it did not, so nothing here touches what it was given.
 */
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import type { Roster } from './roster.js';
import { type Timeline, withPoint } from './scoreTimeline.js';
import { type HuntState, newTeam, type TeamMarks, type TeamState } from './state.js';
import { withOpened } from './unlock.js';

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
  /** What was taken as opened for all, and by which rules. */
  private opened: HuntState['opened'] | undefined;
  private openedBy: CompiledHunt | undefined;

  constructor(hunt: string, team: string, base: TeamState | undefined) {
    this.hasBase = base !== undefined;
    const from = base ?? newTeam(hunt, team);
    this.hunt = hunt;
    // The text that maps of teams have as their key, not the event's copy: looked up by the very
    // same text, an entry is found without comparing characters.
    this.team = from.team;
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
    if (this.opened === opened && this.openedBy === rules) return;
    this.opened = opened;
    this.openedBy = rules;
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

  /** One literal: an object that is spread together keeps its last fields apart from the others. */
  freeze(): TeamState {
    return {
      hunt: this.hunt,
      team: this.team,
      name: this.name,
      isPlaytest: this.isPlaytest,
      division: this.division,
      score: this.score,
      solved: this.solved,
      attempts: this.attempts,
      fired: this.fired,
      roster: this.roster,
      timeline: this.timeline,
      marks: this.marks,
    };
  }
}
