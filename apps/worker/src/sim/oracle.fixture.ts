/** What must come of a log, in the plainest words; knows only the test hunt, shares no logic. */
import { isControl, type LogEntry, type LoggedEvent, timeOfIdentity } from '@trove/core';
import { QualityOracle } from './qualityOracle.fixture.js';
import { OWLS } from './simTeam.fixture.js';
import { HINT_COST, POISON, SCANS_FOR_ATTIC, type Version, WORTH } from './simulated.fixture.js';
import { TeamOracle } from './teamOracle.fixture.js';

const HOUR_MS = 3_600_000;
/** The window of 48 hours and one hour of grace. */
const KEPT_MS = 49 * HOUR_MS;
const FIRST_FINDERS = [5, 3];

/** One team of the oracle. */
export interface Sheet {
  score: number;
  scans: number;
  isUnlocked: boolean;
  readonly solved: Set<string>;
  isHinted: boolean;
}

/** How an event comes. */
interface Coming {
  readonly isReplay: boolean;
  /** The applied time of its entry. */
  readonly nowMs: number;
}

/** Folds a log by hand; `parked` are the ids that doors have put into quarantine. */
export class Oracle {
  readonly outcomes: string[] = [];
  readonly sheets = new Map<string, Sheet>();
  private version: Version | 0 = 0;
  private floorMs = 0;
  private clockSolves = 0;
  private isPaused = false;
  readonly owls = new TeamOracle();
  private readonly quality = new QualityOracle();
  private readonly banned = new Set<string>();
  private readonly first = new Map<string, string>();
  private readonly parked: Set<string>;
  /** Those of the entry that is decided which lay in quarantine before it. */
  private comingBack = new Set<string>();

  constructor(log: readonly LogEntry[], parked: Iterable<string>) {
    this.parked = new Set(parked);
    for (const entry of log) {
      if (entry.isReplay) this.askParked(entry);
      for (const event of entry.events) this.happen(entry, event);
    }
  }

  get points(): number {
    return [...this.sheets.values()].reduce((sum, { score }) => sum + score, 0);
  }

  /** What comes back is asked for before its entry is decided, not between its events. */
  private askParked({ events }: LogEntry): void {
    const ids = events.map(({ identity }) => identity);
    this.comingBack = new Set(ids.filter((identity) => this.parked.has(identity)));
  }

  private happen({ appendedAtUs, isReplay }: LogEntry, event: LoggedEvent): void {
    if (this.version > 0) this.raiseFloor(appendedAtUs / 1000);
    const outcome = this.outcomeOf(event, { isReplay, nowMs: Math.floor(appendedAtUs / 1000) });
    this.outcomes.push(outcome);
    if (event.type === 'hunt.published.v1' && outcome === 'accepted') {
      this.version = Math.max(this.version, event.data.version) as Version;
      this.raiseFloor(appendedAtUs / 1000);
    }
  }

  private raiseFloor(appliedMs: number): void {
    const edge = Math.floor(appliedMs) - KEPT_MS;
    this.floorMs = Math.max(this.floorMs, edge - (edge % HOUR_MS));
  }

  private outcomeOf(event: LoggedEvent, { isReplay, nowMs }: Coming): string {
    const { identity, digest } = event;
    const isJudged = !this.isPaused && !this.banned.has(event.team);
    const isPoison = isJudged && this.version === 1 && isScan(event) && event.data.code === POISON;
    if (isReplay && this.comingBack.has(identity)) {
      if (isPoison) return 'quarantined';
      this.comingBack.delete(identity);
      this.count(event);
      return 'replayed';
    }
    if (timeOfIdentity(identity) < this.floorMs) return 'late';
    const known = this.first.get(identity);
    if (known !== undefined) return known === digest ? 'duplicate' : 'conflict';
    const asking = { nowMs, isPoison };
    const says = isControl(event) ? 'passes' : this.quality.ask(event, asking);
    if (says === 'passes') {
      this.count(event);
      return 'accepted';
    }
    // A number that its device has passed may not be the event's own fault: its id stays free.
    if (says === 'late') return says;
    this.first.set(identity, digest);
    if (says === 'duplicate') this.parked.delete(identity);
    else this.parked.add(identity);
    return says;
  }

  private count(event: LoggedEvent): void {
    this.first.set(event.identity, event.digest);
    this.parked.delete(event.identity);
    this.operate(event);
    this.owls.happen(event);
    if (this.isPaused || this.banned.has(event.team)) return;
    if (event.team === OWLS && !this.owls.has(event.player)) return;
    if (event.type === 'hint.requested.v1') {
      const sheet = this.sheetOf(event.team);
      if (sheet.isHinted || sheet.solved.has('CLOCK')) return;
      sheet.isHinted = true;
      sheet.score -= HINT_COST;
    } else if (isScan(event)) this.scan(this.sheetOf(event.team), event.data.code);
  }

  /** What an operator does; a team that has done nothing yet is unknown. */
  private operate(event: LoggedEvent): void {
    if (event.type === 'hunt.phase_changed.v1') this.isPaused = event.data.phase === 'paused';
    const sheet = this.sheets.get(event.team);
    if (sheet === undefined) return;
    if (event.type === 'points.adjusted.v1') sheet.score += event.data.points;
    if (event.type !== 'team.status_changed.v1') return;
    if (event.data.as === 'banned') this.banned.add(event.team);
    else this.banned.delete(event.team);
  }

  private scan(sheet: Sheet, code: string): void {
    const worth = WORTH[this.version === 2 ? 2 : 1];
    if (code === 'CLOCK' && !sheet.solved.has(code)) {
      const bonus = FIRST_FINDERS[this.clockSolves] ?? 0;
      sheet.score += Math.max(9, worth.clock - 4 * this.clockSolves) + bonus;
      sheet.solved.add(code);
      this.clockSolves += 1;
    }
    if (code === 'VAULT' && sheet.isUnlocked && !sheet.solved.has(code)) {
      sheet.score += worth.vault;
      sheet.solved.add(code);
    }
    sheet.scans += 1;
    if (sheet.scans === SCANS_FOR_ATTIC) {
      sheet.isUnlocked = true;
      sheet.score -= 1;
    }
  }

  private sheetOf(team: string): Sheet {
    const none = { score: 0, scans: 0, isUnlocked: false, isHinted: false };
    const sheet = this.sheets.get(team) ?? { ...none, solved: new Set<string>() };
    this.sheets.set(team, sheet);
    return sheet;
  }
}

function isScan(event: LoggedEvent): event is LoggedEvent & { type: 'code.scanned.v1' } {
  return event.type === 'code.scanned.v1';
}
