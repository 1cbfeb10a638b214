/** Rows of events that are the first of their identity: judged, noted, or why they do not count. */
import type { ControlData, Outcome } from '@trove/contracts';
import type { HuntDraft } from '../game/drafts.js';
import { judge } from '../game/judge.js';
import type { Play } from '../game/play.js';
import type { ControlLogged, PlayLogged } from '../ports/loggedEvent.js';
import { recommend } from '../recommend/recommend.js';
import { applyControl } from './applyControl.js';
import type { ResultRow } from './decision.js';
import { isControl } from './isControl.js';
import { firstsOf } from './repeats.js';
import {
  blankRow,
  type Chunk,
  isFull,
  isLate,
  nowOf,
  type Placed,
  raiseFloor,
  type Work,
} from './work.js';

const COUNTED: ReadonlySet<Outcome> = new Set(['accepted', 'replayed']);

/**
 * The row of an event that comes back from quarantine. Being parked says that no commit has
 * accepted it, whatever its age; a replay that is not parked is judged as any event is.
 */
export function replayedRow(work: Work, chunk: Chunk, placed: Placed): ResultRow | undefined {
  const { event, hunt, index, position } = placed;
  if (isControl(event) || chunk.poisoned.has(index)) return undefined;
  if (!work.view.isParked(event.hunt, event.identity)) return undefined;
  const isCounted = work.results.some((row) => {
    return row.event.identity === event.identity && COUNTED.has(row.outcome);
  });
  if (isCounted || isFull(hunt)) return undefined;
  hunt.ids += 1;
  work.firsts ??= firstsOf(work);
  work.firsts.set(event.identity, { digest: event.digest, position });
  return { ...playRow(placed as Placed<PlayLogged>), outcome: 'replayed' };
}

/** Asked before repeats: the store may still know an id that the floor has passed. */
export function lateRow(placed: Placed): ResultRow | undefined {
  return isLate(placed.event, placed.hunt) ? { ...blankRow(placed), outcome: 'late' } : undefined;
}

export function firstRow(work: Work, chunk: Chunk, placed: Placed): ResultRow {
  const { event, hunt, index, position } = placed;
  if (isFull(hunt)) return { ...blankRow(placed), outcome: 'rate_limited' };
  hunt.ids += 1;
  work.firsts?.set(event.identity, { digest: event.digest, position });
  if (chunk.poisoned.size > 0 && chunk.poisoned.has(index)) {
    return { ...blankRow(placed), outcome: 'quarantined' };
  }
  // A control event is known by its type, which the compiler does not follow into `placed`.
  return isControl(event)
    ? controlRow(work, placed as Placed<ControlLogged>)
    : playRow(placed as Placed<PlayLogged>);
}

function controlRow(work: Work, placed: Placed<ControlLogged>): ResultRow {
  const { event, hunt, appliedMs } = placed;
  const row = { ...blankRow(placed), version: hunt.version };
  if (event.type === 'suggestions.served.v1') {
    tellTeam(hunt, event.data, nowOf(hunt, appliedMs));
    return { ...row, verdict: 'noted' };
  }
  if (event.type !== 'player.joined.v1') {
    applyControl({ event, hunt, appliedMs, rules: work.view.rules });
    // A first publication gives its hunt a clock, and with it a floor to count from.
    raiseFloor(hunt, appliedMs);
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

function playRow(placed: Placed<PlayLogged>): ResultRow {
  const { event, hunt, entry, position } = placed;
  if (event.timeMs > hunt.maxTimeMs) hunt.maxTimeMs = event.timeMs;
  const nowMs = nowOf(hunt, placed.appliedMs);
  if (hunt.startedAtMs === 0 && hunt.rules !== undefined) hunt.startedAtMs = nowMs;
  const team = hunt.team(event.team);
  const play: Play = { hunt, team, event, nowMs, extras: undefined };
  const judged = judge(play);
  const next = recommend(play, judged);
  const { verdict, clue, points, rules, asked } = judged;
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
    asked,
    firstPosition: -1,
    rung: undefined,
    extras: play.extras,
    next,
  };
}
