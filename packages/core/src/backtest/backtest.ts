/**
 * One backtest: a draft and what it is compared with, folded over the same recorded events. Pure:
 * the caller reads the events and brings a clock for the rules' times.
 */
import type { BacktestResult, ClueChange, RecordedEvent } from '@trove/contracts';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import type { Answer } from './answer.js';
import { type Baseline, liveBaseline, recordedBaseline } from './baseline.js';
import { ChangeTally } from './changeTally.js';
import { isPassedOver } from './recordedEvent.js';
import { type FoldHabits, RecordFold, type RulesOf } from './recordFold.js';
import { boardOf, changeOfBoards, type Scores } from './standings.js';
import { type TimedHunt, timeRules } from './timeRules.js';

export interface BacktestSetup {
  /** Whose recorded events are folded. */
  readonly slug: string;
  readonly draft: CompiledHunt;
  /** What the draft is compared with; undefined: the recorded answers. */
  readonly live: CompiledHunt | undefined;
  /** The versions that the record names; they bring the hunt to its state at `fromMs`. */
  readonly versions: RulesOf;
  /** From when on the draft is in force, by the log's clock; undefined: from the first event. */
  readonly fromMs: number | undefined;
  /** As a retroactive publication folds it; absent: as if the draft had judged from the start. */
  readonly habits?: FoldHabits;
  /** A clock that only goes forward, microseconds with fractions. */
  readonly nowUs: () => number;
}

/** What is measured by the caller and not here. */
export type BacktestFindings = Omit<BacktestResult, 'tookMs'>;

interface Compared {
  readonly fold: RecordFold;
  readonly baseline: Baseline;
}

export class Backtest {
  private before: RecordFold;
  private readonly timed: TimedHunt;
  private readonly tally = new ChangeTally();
  private compared: Compared | undefined;
  private events = 0;
  private eventsBefore = 0;
  private passedOver = 0;
  private firstMs: number | undefined;
  private lastMs: number | undefined;
  private readonly versions = new Set<number>();

  constructor(private readonly setup: BacktestSetup) {
    this.timed = timeRules(setup.draft, setup.nowUs);
    this.before = new RecordFold(setup.slug, setup.versions);
  }

  /** Folds events that follow in log order. */
  add(events: readonly RecordedEvent[]): void {
    if (this.compared !== undefined) {
      this.compare(this.compared, events);
      return;
    }
    const fromUs = (this.setup.fromMs ?? 0) * 1_000;
    const from = events.findIndex(({ appliedAtUs }) => appliedAtUs >= fromUs);
    const earlier = from === -1 ? events : events.slice(0, from);
    this.before.add(earlier);
    this.eventsBefore += earlier.length;
    if (from !== -1) this.compare(this.begin(), events.slice(from));
  }

  /** Told where the record lacks events that may be the hunt's. */
  lack(): void {
    (this.compared?.fold ?? this.before).lack();
  }

  /** What was played before counts by another version from here on, and was folded by it. */
  republish(fold: RecordFold): void {
    if (this.compared === undefined) this.before = fold.branch(this.setup.versions, {});
    else this.compared.baseline.republish(fold);
  }

  result(): BacktestFindings {
    const compared = this.compared ?? this.begin();
    const { fold, baseline } = compared;
    const { live, draft } = this.setup;
    const nameOf = (team: string) => fold.teams.get(team)?.name;
    const [version] = this.versions;
    return {
      baseline: live === undefined ? 'recorded' : 'live',
      version: live?.version ?? (this.versions.size === 1 ? version : undefined),
      isWhole: fold.isWhole,
      events: this.events,
      eventsBefore: this.eventsBefore,
      passedOver: this.passedOver,
      lost: fold.lost + this.before.lost,
      firstMs: this.firstMs,
      lastMs: this.lastMs,
      ...this.tally.result(),
      ...changeOfBoards(playing(baseline.scores(), fold), boardOf(fold.teams), nameOf),
      ...reachable(draft, compared),
      rules: this.timed.times(),
    };
  }

  /** From here on the draft is in force. */
  private begin(): Compared {
    const { live, habits } = this.setup;
    const { hunt } = this.timed;
    this.compared = {
      fold: this.before.branch(() => hunt, habits),
      baseline:
        live === undefined ? recordedBaseline(this.before) : liveBaseline(this.before, live),
    };
    return this.compared;
  }

  private compare({ fold, baseline }: Compared, events: readonly RecordedEvent[]): void {
    const before = baseline.add(events);
    const after = fold.add(events);
    events.forEach((event, i) => {
      if (event.version > 0) this.versions.add(event.version);
      const answer: Answer | undefined = after[i];
      const was = before[i];
      if (answer !== undefined && was !== undefined) this.tally.add(event, was, answer);
      else if (isPassedOver(event)) this.passedOver += 1;
    });
    this.events += events.length;
    this.firstMs ??= msOf(events[0]);
    this.lastMs = msOf(events.at(-1)) ?? this.lastMs;
  }
}

/** The scores of teams that are not of playtesters. */
function playing(scores: Scores, { teams }: RecordFold): Scores {
  return new Map([...scores].filter(([team]) => teams.get(team)?.isPlaytest !== true));
}

function msOf(event: RecordedEvent | undefined): number | undefined {
  return event === undefined ? undefined : event.appliedAtUs / 1_000;
}

/** Clues of the draft that somebody would solve and nobody did, and those the other way round. */
function reachable(
  draft: CompiledHunt,
  { fold, baseline }: Compared,
): Pick<BacktestResult, 'reached' | 'unreached'> {
  const { solves } = fold.hunt;
  const changes = draft.clues.map(({ id: clue }): ClueChange => {
    return { clue, before: baseline.solvesOf(clue), after: solves.get(clue) ?? 0 };
  });
  return {
    reached: changes.filter(({ before, after }) => before === 0 && after > 0),
    unreached: changes.filter(({ before, after }) => before > 0 && after === 0),
  };
}
