/**
 * Folds the recorded events of one hunt again, in memory, by the `decide` of play: by the versions
 * they were judged by, or by another. Nothing is asked of a store: the record says which events
 * are repeats, and no rules make a first event of one.
 */
import type { RecordedEvent } from '@trove/contracts';
import type { HuntState, TeamState } from '../game/state.js';
import { newHunt } from '../game/state.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { applyDecision, type StateCells } from '../pipeline/applyDecision.js';
import { decide } from '../pipeline/decide.js';
import { type Decision, isParked, isRemembered, type ResultRow } from '../pipeline/decision.js';
import { emptyCells } from '../pipeline/memoryFold.js';
import type { Chunk, StateView } from '../pipeline/work.js';
import { ChunkDraft, type Recording } from './chunkDraft.js';
import { RECORD_LIMITS } from './limits.js';
import {
  isPassedOver,
  isRefused,
  isRememberedPast,
  loggedOf,
  versionBrought,
} from './recordedEvent.js';

/** The rules in force after a publication; whoever folds has loaded every version it names. */
export type RulesOf = (version: number, hash: string) => CompiledHunt | undefined;

/** What became of one event: undefined when it was passed over. */
export type FoldedRow = ResultRow | undefined;

/** In what a fold differs from one that only asks what would have been. */
export interface FoldHabits {
  /** Suggestions are made and learnt from as in play; absent: nobody gets them, so they are not. */
  readonly recommends?: boolean;
  /** What the record refused stays refused, because its replay counts it; absent: judged anew. */
  readonly keepsRefused?: boolean;
  /** Told of each step; a value is not written in place afterwards, but for counts. */
  readonly onDecision?: (decision: Decision) => void;
}

export interface FoldStart {
  readonly habits?: FoldHabits | undefined;
  /** What was before the first event; it is written in place. */
  readonly from?: StateCells;
}

export class RecordFold {
  private cells: StateCells;
  private readonly habits: FoldHabits;
  /** First positions of events that the record refused and this fold has counted, by identity. */
  private counted = new Map<string, number>();
  private isBegun = false;
  /** Events passed over whose ids count for the bound of a hunt on its events' clock. */
  private passedIds = 0;
  private readonly view: StateView;
  /** Events whose data is lost, so that they could not be judged. */
  lost = 0;
  /** False when events since the hunt's first publication are not among those that were folded. */
  isWhole = true;

  constructor(
    readonly slug: string,
    rules: RulesOf,
    { habits = {}, from }: FoldStart = {},
  ) {
    this.habits = habits;
    this.cells = from ?? { ...emptyCells(), frozen: new Map() };
    this.isBegun = from !== undefined;
    this.view = {
      hunt: (hunt) => this.cells.hunts.get(hunt),
      teams: (hunt) => this.cells.teams.get(hunt),
      teamOf: (hunt, player) => this.cells.players.get(`${hunt}\n${player}`),
      isParked: (_, identity) => !this.counted.has(identity),
      memory: (hunt) => this.cells.memories.get(hunt),
      watches: (hunt) => this.cells.watches.get(hunt),
      rules: (hash, version) => rules(version, hash),
      recommends: habits.recommends === true,
    };
  }

  get hunt(): HuntState {
    return this.cells.hunts.get(this.slug) ?? newHunt(this.slug);
  }

  get teams(): ReadonlyMap<string, TeamState> {
    return this.cells.teams.get(this.slug) ?? NO_TEAMS;
  }

  /** All it holds; whoever asks must not write. */
  get state(): Readonly<StateCells> {
    return this.cells;
  }

  /** Another fold from here on, by other rules; the two no longer share anything that changes. */
  branch(rules: RulesOf, habits: FoldHabits = this.habits): RecordFold {
    const other = new RecordFold(this.slug, rules, { habits });
    other.cells = copyOf(this.cells);
    other.counted = new Map(this.counted);
    other.isBegun = this.isBegun;
    other.isWhole = this.isWhole;
    return other;
  }

  /** Folds events that follow in log order; one answer for each. */
  add(events: readonly RecordedEvent[]): readonly FoldedRow[] {
    const rows = new Array<FoldedRow>(events.length).fill(undefined);
    let draft = new ChunkDraft();
    events.forEach((recorded, index) => {
      if (!this.isBegun) this.begin(recorded);
      const isPassed = this.passesOver(recorded);
      const logged = isPassed ? undefined : loggedOf(recorded);
      if (logged === undefined) {
        this.passOver(recorded, isPassed);
        return;
      }
      // What comes back from quarantine begins a chunk, as it does in play.
      const isCut = recorded.outcome === 'replayed' || draft.size >= RECORD_LIMITS.chunkEvents;
      if (isCut && draft.size > 0) {
        this.decide(draft, rows);
        draft = new ChunkDraft();
      }
      // Nearly always there is none, and looking an identity up costs hashing it.
      const at = this.counted.size === 0 ? undefined : this.counted.get(logged.identity);
      draft.add({ recorded, logged, index }, at);
    });
    if (draft.size > 0) this.decide(draft, rows);
    return rows;
  }

  /** Told where the record lacks events; in front of a hunt's first they are none of its own. */
  lack(): void {
    if (this.isBegun) this.isWhole = false;
  }

  /**
   * Of a record that begins later than its hunt: the version that judged the first event is in
   * force from there on.
   */
  private begin(recorded: RecordedEvent): void {
    const { type, version, appliedAtUs } = recorded;
    const isOvertaken = (versionBrought(recorded) ?? version) !== version;
    if (type === 'hunt.published.v1' && !isOvertaken) {
      this.isBegun = true;
      this.isWhole = version <= 1;
    } else if (version > 0) {
      this.isBegun = true;
      this.isWhole = false;
      const startedAtMs = Math.floor(appliedAtUs / 1_000);
      this.cells.hunts.set(this.slug, { ...this.hunt, version, startedAtMs });
    }
  }

  private passesOver(recorded: RecordedEvent): boolean {
    if (isPassedOver(recorded)) return true;
    return this.habits.keepsRefused === true && isRefused(recorded);
  }

  private passOver(recorded: RecordedEvent, isPassed: boolean): void {
    if (!isPassed) this.lost += 1;
    else if (isRememberedPast(recorded)) this.passedIds += 1;
  }

  private decide(draft: ChunkDraft, rows: FoldedRow[]): void {
    const chunk: Chunk = draft.chunk();
    if (this.passedIds > 0) {
      const { hunt } = this;
      this.cells.hunts.set(this.slug, { ...hunt, ids: hunt.ids + this.passedIds });
      this.passedIds = 0;
    }
    const decision = decide(chunk, this.view);
    applyDecision(this.cells, decision);
    this.habits.onDecision?.(decision);
    decision.results.forEach((row, i) => {
      const { recorded, logged, index } = draft.recordings[i] as Recording;
      rows[index] = row;
      if (isRefused(recorded) && isRemembered(row) && !isParked(row)) {
        this.remember(logged.identity, row.position);
      }
    });
  }

  private remember(identity: string, position: number): void {
    if (this.counted.size >= RECORD_LIMITS.countedIds) {
      this.counted.delete(this.counted.keys().next().value as string);
    }
    this.counted.set(identity, position);
  }
}

const NO_TEAMS: ReadonlyMap<string, TeamState> = new Map();

/** Values are never written in place, but for the counts of a hunt and of its memory. */
function copyOf({ hunts, teams, players, memories, watches, frozen }: StateCells): StateCells {
  const inner = <V>(outer: Map<string, Map<string, V>>) =>
    new Map([...outer].map(([key, map]) => [key, new Map(map)]));
  return {
    hunts: new Map(
      [...hunts].map(([slug, hunt]) => {
        return [slug, { ...hunt, solves: new Map(hunt.solves), firsts: new Map(hunt.firsts) }];
      }),
    ),
    teams: inner(teams),
    players: new Map(players),
    memories: new Map(
      [...memories].map(([slug, memory]) => {
        const { slots, together, figures, crowds, trails } = memory;
        const known = { slots: new Map(slots), trails: new Map(trails) };
        const counted = { figures: new Map(figures), crowds: new Map(crowds) };
        return [slug, { ...memory, ...known, ...counted, together: new Map(together) }];
      }),
    ),
    watches: inner(watches),
    frozen: new Map(frozen),
  };
}
