/**
 * The fold of the log: entries and state in, effects out. Pure and without exceptions for
 * anything an event can contain, so that the same log gives the same board on every machine and
 * after every crash.
 */
import { type ControlData, type Outcome, WIRE_LIMITS } from '@trove/contracts';
import { HuntDraft } from '../game/drafts.js';
import { judge } from '../game/judge.js';
import type { Play } from '../game/play.js';
import type { HuntState, TeamState } from '../game/state.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import {
  type ControlLogged,
  type LogEntry,
  type LoggedEvent,
  type PlayLogged,
  timeOfIdentity,
} from '../ports/loggedEvent.js';
import type { Repeat } from '../ports/stateStore.js';
import type { HuntMemory } from '../recommend/huntMemory.js';
import { recommend } from '../recommend/recommend.js';
import { applyControl } from './applyControl.js';
import type { Decision, PlayerChange, ResultRow } from './decision.js';
import { huntChanges } from './huntChanges.js';
import { isControl } from './isControl.js';

/** State at the cursor, read synchronously: the caller has loaded what the chunk names. */
export interface StateView {
  hunt(slug: string): HuntState | undefined;
  /** The teams of a hunt by name. */
  teams(hunt: string): ReadonlyMap<string, TeamState> | undefined;
  /** What recommendations of a hunt are made of, with the trails of the teams the chunk names. */
  memory(hunt: string): HuntMemory | undefined;
  /** The team a player joined. */
  teamOf(hunt: string, player: string): string | undefined;
  /** Whether a replayed identity lies in quarantine and was never accepted. */
  isParked(hunt: string, identity: string): boolean;
  /** Compiled rules of a published version; the caller has loaded every hash the chunk names. */
  rules(hash: string, version: number): CompiledHunt | undefined;
}

export interface Chunk {
  readonly entries: readonly LogEntry[];
  /** Position of the chunk's first event. */
  readonly decided: number;
  /** What the store said of identities decided before, by index in the chunk. */
  readonly repeats: ReadonlyMap<number, Repeat>;
  /** Indexes that can't be decided; they become `quarantined`. */
  readonly poisoned: ReadonlySet<number>;
}

interface FirstSeen {
  readonly digest: string;
  readonly position: number;
}

interface Work {
  readonly view: StateView;
  readonly results: ResultRow[];
  /** Identities so far, as long as none has come again. */
  readonly seen: Set<string>;
  /** The first event of each identity; made when one comes again, which is rare. */
  firsts: Map<string, FirstSeen> | undefined;
  readonly hunts: Map<string, HuntDraft>;
  /** Joins of this chunk, by hunt and player. */
  readonly players: Map<string, PlayerChange>;
}

export function decide(chunk: Chunk, view: StateView): Decision {
  const work: Work = {
    view,
    results: [],
    seen: new Set(),
    firsts: chunk.repeats.size === 0 ? undefined : new Map(),
    hunts: new Map(),
    players: new Map(),
  };
  const { results } = work;
  let appliedMs = 0;
  for (let entry = 0; entry < chunk.entries.length; entry += 1) {
    const { events, appendedAtUs, isReplay } = chunk.entries[entry] as LogEntry;
    appliedMs = Math.floor(appendedAtUs / 1000);
    for (const event of events) {
      const index = results.length;
      const placed = { event, entry, index, position: chunk.decided + index, appliedMs };
      const replayed = isReplay ? replayedRow(work, chunk, placed) : undefined;
      results.push(replayed ?? repeatRow(work, chunk, placed) ?? firstRow(work, chunk, placed));
    }
  }
  const drafts = [...work.hunts.values()];
  return {
    entries: chunk.entries.map(({ id, door, appendedAtUs, events, traces }) => {
      const head = { id, door, appendedAtUs, count: events.length };
      return traces === undefined ? head : { ...head, traces };
    }),
    results,
    hunts: huntChanges(drafts, appliedMs),
    teams: drafts.flatMap((draft) => draft.changedTeams()),
    players: [...work.players.values()],
  };
}

const COUNTED: ReadonlySet<Outcome> = new Set(['accepted', 'replayed']);

interface Placed<E extends LoggedEvent = LoggedEvent> {
  readonly event: E;
  readonly entry: number;
  readonly index: number;
  readonly position: number;
  readonly appliedMs: number;
}

/**
 * The row of an event that comes back from quarantine. Being parked says that no commit has
 * accepted it, whatever its age; a replay that is not parked is judged as any event is.
 */
function replayedRow(work: Work, chunk: Chunk, placed: Placed): ResultRow | undefined {
  const { event, index, position } = placed;
  if (isControl(event) || chunk.poisoned.has(index)) return undefined;
  if (!work.view.isParked(event.hunt, event.identity)) return undefined;
  const isCounted = work.results.some((row) => {
    return row.event.identity === event.identity && COUNTED.has(row.outcome);
  });
  const hunt = huntDraft(work, event.hunt);
  if (isCounted || isFull(hunt)) return undefined;
  hunt.ids += 1;
  work.firsts ??= firstsOf(work);
  if (isRecognised(event, hunt)) {
    work.firsts.set(event.identity, { digest: event.digest, position });
  }
  return { ...playRow(hunt, placed as Placed<PlayLogged>), outcome: 'replayed' };
}

/** The row of an event whose identity came before, in the chunk or in the store. */
function repeatRow(work: Work, chunk: Chunk, placed: Placed): ResultRow | undefined {
  const { identity } = placed.event;
  const known = chunk.repeats.size === 0 ? undefined : chunk.repeats.get(placed.index);
  if (known !== undefined) {
    const first = { digest: known.firstDigest, position: known.firstPosition };
    work.firsts?.set(identity, first);
    return rowOfRepeat(placed, first, 'id');
  }
  const first = firstOf(work, identity);
  return first === undefined ? undefined : rowOfRepeat(placed, first, 'chunk');
}

/** What came first under an identity. One look-up tells it for nearly every event. */
function firstOf(work: Work, identity: string): FirstSeen | undefined {
  if (work.firsts !== undefined) return work.firsts.get(identity);
  const before = work.seen.size;
  work.seen.add(identity);
  if (work.seen.size > before) return undefined;
  work.firsts = firstsOf(work);
  return work.firsts.get(identity);
}

function firstsOf(work: Work): Map<string, FirstSeen> {
  const firsts = new Map<string, FirstSeen>();
  for (const { event, position } of work.results) {
    if (isRecognised(event, huntDraft(work, event.hunt))) {
      firsts.set(event.identity, { digest: event.digest, position });
    }
  }
  return firsts;
}

/** Below the floor no id is recognised again: repeats of a replay that counted are late. */
function isRecognised({ identity }: LoggedEvent, { floorMs }: HuntDraft): boolean {
  return timeOfIdentity(identity) >= floorMs;
}

function rowOfRepeat(placed: Placed, first: FirstSeen, rung: 'id' | 'chunk'): ResultRow {
  const outcome = placed.event.digest === first.digest ? 'duplicate' : 'conflict';
  return { ...blankRow(placed), outcome, firstPosition: first.position, rung };
}

function blankRow({ event, entry, position }: Placed): ResultRow {
  return {
    event,
    entry,
    position,
    outcome: 'accepted',
    verdict: undefined,
    clue: undefined,
    points: 0,
    score: 0,
    version: 0,
    rules: undefined,
    firstPosition: -1,
    rung: undefined,
    extras: undefined,
    next: undefined,
  };
}

function firstRow(work: Work, chunk: Chunk, placed: Placed): ResultRow {
  const { event, index, position } = placed;
  const hunt = huntDraft(work, event.hunt);
  if (!isRecognised(event, hunt)) return { ...blankRow(placed), outcome: 'late' };
  work.firsts?.set(event.identity, { digest: event.digest, position });
  if (isFull(hunt)) return { ...blankRow(placed), outcome: 'rate_limited' };
  hunt.ids += 1;
  if (chunk.poisoned.size > 0 && chunk.poisoned.has(index)) {
    return { ...blankRow(placed), outcome: 'quarantined' };
  }
  // A control event is known by its type, which the compiler does not follow into `placed`.
  return isControl(event)
    ? controlRow(work, hunt, placed as Placed<ControlLogged>)
    : playRow(hunt, placed as Placed<PlayLogged>);
}

function controlRow(work: Work, hunt: HuntDraft, placed: Placed<ControlLogged>): ResultRow {
  const { event, appliedMs } = placed;
  const row = { ...blankRow(placed), version: hunt.version };
  if (event.type === 'suggestions.served.v1') {
    tellTeam(hunt, event.data, nowOf(hunt, appliedMs));
    return { ...row, verdict: 'noted' };
  }
  if (event.type !== 'player.joined.v1') {
    applyControl({ event, hunt, appliedMs, rules: work.view.rules });
    return { ...row, verdict: 'noted', version: hunt.version };
  }
  const { player, team: name, teamName } = event.data;
  const key = `${event.hunt}\n${player}`;
  const joined = work.players.get(key)?.team ?? work.view.teamOf(event.hunt, player);
  if (joined !== undefined && joined !== name) return { ...row, verdict: 'locked' };
  const team = hunt.team(name);
  team.addPlayer(player, teamName);
  work.players.set(key, { hunt: event.hunt, player, team: name });
  return { ...row, verdict: 'noted', score: team.score };
}

/** A door has told a team what to try next. */
function tellTeam(
  hunt: HuntDraft,
  { team, clues, after }: ControlData<'suggestions.served.v1'>,
  nowMs: number,
): void {
  const trail = hunt.memory.trailOf(team);
  if (hunt.team(team).isKnown && trail.last === after) {
    hunt.memory.tell(team, trail, { clues, atMs: nowMs });
  }
}

/** A hunt on its events' clock forgets no id, so the number of its ids is bounded instead. */
function isFull({ rules, ids }: HuntDraft): boolean {
  return rules?.clock === 'events' && ids >= rules.maxEvents;
}

function playRow(hunt: HuntDraft, placed: Placed<PlayLogged>): ResultRow {
  const { event, entry, position } = placed;
  if (event.timeMs > hunt.maxTimeMs) hunt.maxTimeMs = event.timeMs;
  const nowMs = nowOf(hunt, placed.appliedMs);
  if (hunt.startedAtMs === 0 && hunt.rules !== undefined) hunt.startedAtMs = nowMs;
  const team = hunt.team(event.team);
  const play: Play = { hunt, team, event, nowMs, extras: undefined };
  const judged = judge(play);
  const next = recommend(play, judged);
  const { verdict, clue, points, rules } = judged;
  return {
    event,
    entry,
    position,
    outcome: 'accepted',
    verdict,
    clue,
    points,
    score: team.score,
    version: hunt.version,
    rules,
    firstPosition: -1,
    rung: undefined,
    extras: play.extras,
    next,
  };
}

/** Now on the hunt's clock, ms. */
function nowOf({ rules, maxTimeMs }: HuntDraft, appliedMs: number): number {
  return rules?.clock === 'events' ? maxTimeMs : appliedMs;
}

function huntDraft(work: Work, slug: string): HuntDraft {
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
  });
  work.hunts.set(slug, draft);
  return draft;
}

/** Start of the bucket of remembered ids that holds an id's own time, ms. */
export function bucketOf(idTimeMs: number): number {
  return idTimeMs - (idTimeMs % WIRE_LIMITS.dedupBucketMs);
}
