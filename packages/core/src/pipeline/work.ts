/** A chunk while it is decided: what its rows are made from, and what they leave behind. */
import { WIRE_LIMITS } from '@trove/contracts';
import { HuntDraft } from '../game/huntDraft.js';
import type { HuntState, TeamState } from '../game/state.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { type LogEntry, type LoggedEvent, timeOfIdentity } from '../ports/loggedEvent.js';
import type { Repeat } from '../ports/stateStore.js';
import type { AskHunt } from '../quality/askHunt.js';
import type { TeamWatch } from '../quality/teamWatch.js';
import type { HuntMemory } from '../recommend/huntMemory.js';
import type { PlayerChange, ResultRow } from './decision.js';

/** State at the cursor, read synchronously: the caller has loaded what the chunk names. */
export interface StateView {
  hunt(slug: string): HuntState | undefined;
  /** The teams of a hunt by name. */
  teams(hunt: string): ReadonlyMap<string, TeamState> | undefined;
  /** What recommendations of a hunt are made of, with the trails of the teams the chunk names. */
  memory(hunt: string): HuntMemory | undefined;
  /** What checks of quality remember of the teams of a hunt, by name. */
  watches(hunt: string): ReadonlyMap<string, TeamWatch> | undefined;
  /** The team a player is in, or that a code lets in. */
  teamOf(hunt: string, player: string): string | undefined;
  /** Whether a replayed identity lies in quarantine and was never accepted. */
  isParked(hunt: string, identity: string): boolean;
  /** Compiled rules of a published version; the caller has loaded every hash the chunk names. */
  rules(hash: string, version: number): CompiledHunt | undefined;
  /**
   * Whether a hunt stands recomputed under this name, as this view has it. Absent where nothing
   * has to be swapped in: the view was folded by these rules from the first event on.
   */
  readonly hasShadow?: (shadow: string) => boolean;
  /** False where nobody is to be told what to try next: folding the past needs no suggestions. */
  readonly recommends?: boolean;
}

export interface Chunk {
  readonly entries: readonly LogEntry[];
  /** Position of the chunk's first event. */
  readonly decided: number;
  /** Positions of all its events, where they do not follow each other without a gap. */
  readonly positions?: readonly number[];
  /** What the store said of identities decided before, by index in the chunk. */
  readonly repeats: ReadonlyMap<number, Repeat>;
  /** Indexes that can't be decided; they become `quarantined`. */
  readonly poisoned: ReadonlySet<number>;
  /** Indexes whose ids a record has let pass, whatever the hunt does by now. */
  readonly passed?: ReadonlySet<number>;
  /** Absent where nobody times what hunts ask. */
  readonly askHunt?: AskHunt;
}

const { dedupWindowMs, dedupBucketMs } = WIRE_LIMITS;

export interface Work {
  readonly view: StateView;
  readonly results: ResultRow[];
  readonly hunts: Map<string, HuntDraft>;
  /** What this chunk has changed in the directories, by hunt and player. */
  readonly players: Map<string, PlayerChange>;
}

export interface Placed<E extends LoggedEvent = LoggedEvent> {
  readonly event: E;
  readonly hunt: HuntDraft;
  readonly entry: number;
  readonly index: number;
  readonly position: number;
  readonly appliedMs: number;
}

/** What is told of an event that nothing was decided for. */
type Told = Partial<Pick<ResultRow, 'outcome' | 'firstPosition' | 'rung' | 'observed' | 'extras'>>;

/** Rows are written out in full, but for rare ones: all that reads them sees one kind of object. */
export function blankRow({ event, entry, position }: Placed, told: Told = NOTHING): ResultRow {
  return {
    event,
    entry,
    position,
    outcome: told.outcome ?? 'accepted',
    verdict: undefined,
    clue: undefined,
    points: 0,
    score: 0,
    version: 0,
    rules: undefined,
    asked: undefined,
    firstPosition: told.firstPosition ?? -1,
    rung: told.rung,
    observed: told.observed,
    extras: told.extras,
    next: undefined,
  };
}

const NOTHING: Told = {};

export function huntDraft(work: Work, slug: string): HuntDraft {
  const known = work.hunts.get(slug);
  if (known !== undefined) return known;
  const base = work.view.hunt(slug);
  const rules =
    base === undefined || base.version === 0 ? undefined : work.view.rules(base.hash, base.version);
  const draft = new HuntDraft(slug, {
    base,
    rules,
    teams: work.view.teams(slug),
    memory: work.view.memory(slug),
    watches: work.view.watches(slug),
    recommends: work.view.recommends !== false,
  });
  work.hunts.set(slug, draft);
  return draft;
}

/** Below the floor no id is recognised again, whether its bucket was dropped yet or not. */
export function isLate({ identity }: LoggedEvent, { floorMs }: HuntDraft): boolean {
  return timeOfIdentity(identity) < floorMs;
}

/**
 * Moves a hunt's floor to an entry's applied time: with each event and not with each commit, so
 * that how the log is cut into chunks changes no outcome.
 */
export function raiseFloor(hunt: HuntDraft, appliedMs: number): void {
  if (hunt.rules?.clock !== 'wall') return;
  const edge = appliedMs - dedupWindowMs - dedupBucketMs;
  const floorMs = bucketOf(edge);
  if (floorMs > hunt.floorMs) hunt.floorMs = floorMs;
}

/** A hunt on its events' clock forgets no id, so the number of its ids is bounded instead. */
export function isFull({ rules, ids }: HuntDraft): boolean {
  return rules?.clock === 'events' && ids >= rules.maxEvents;
}

/** Now on the hunt's clock, ms. */
export function nowOf({ rules, maxTimeMs }: HuntDraft, appliedMs: number): number {
  return rules?.clock === 'events' ? maxTimeMs : appliedMs;
}

/** Start of the bucket of remembered ids that holds an id's own time, ms. */
export function bucketOf(idTimeMs: number): number {
  return idTimeMs - (idTimeMs % dedupBucketMs);
}
