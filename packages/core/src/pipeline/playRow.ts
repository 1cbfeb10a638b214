/** Rows of play events: stopped by a check of quality, or judged. */
import type { DedupRung } from '@trove/contracts';
import { type Judged, judge } from '../game/judge.js';
import { startIfDue } from '../game/operations.js';
import { markLatePhoto } from '../game/photos.js';
import { extrasOf, type Play } from '../game/play.js';
import { eventIdOf, type PlayLogged } from '../ports/loggedEvent.js';
import { type AskHunt, askHunt } from '../quality/askHunt.js';
import { happenedMs, watermarkAt } from '../quality/effectiveTime.js';
import { remember } from '../quality/settle.js';
import { suspicionsOf } from '../quality/suspicions.js';
import { recommend } from '../recommend/recommend.js';
import type { ResultRow } from './decision.js';
import { blankRow, nowOf, type Placed } from './work.js';

/** The row of a play event that passes the checks of quality, or of the one that stopped it. */
export function checkedRow(placed: Placed<PlayLogged>, ask: AskHunt = askHunt): ResultRow {
  const { event, hunt, position, appliedMs } = placed;
  const asks = hunt.rules?.quality.asks.has(event.type) === true;
  // Most events come from no counting device, to hunts that ask no more than the contracts.
  if (!asks && event.sequence === undefined) return playRow(placed);
  const nowMs = hunt.rules?.clock === 'events' ? Math.max(hunt.maxTimeMs, event.timeMs) : appliedMs;
  const { stopped, observed, unmet } = ask({ event, hunt, position, nowMs });
  if (stopped?.outcome === 'late') {
    const extras = { reason: stopped.reason };
    return blankRow(placed, { outcome: 'late', rung: 'device', extras });
  }
  if (stopped !== undefined) {
    return blankRow(placed, { ...stopped, extras: { rung: stopped.rung } });
  }
  if (unmet !== undefined && unmet.otherwise !== 'warn') {
    const outcome = unmet.otherwise === 'refuse' ? 'invalid' : 'quarantined';
    return blankRow(placed, { outcome, observed, extras: { unmet: unmet.ids } });
  }
  return playRow(placed, { unmet: unmet?.ids, observed });
}

interface Passed {
  /** Expectations it does not meet and is only counted for. */
  readonly unmet?: readonly string[] | undefined;
  /** A rung that only observes and would have stopped it. */
  readonly observed?: DedupRung | undefined;
  /** Comes back from quarantine: it waited there, and is not late for that. */
  readonly isReplay?: boolean;
}

/** The row of an event that counts: judged, with its effects written into the drafts. */
export function playRow(
  placed: Placed<PlayLogged>,
  { unmet, observed, isReplay = false }: Passed = {},
): ResultRow {
  const { event, hunt, entry, position } = placed;
  if (event.timeMs > hunt.maxTimeMs) hunt.maxTimeMs = event.timeMs;
  const nowMs = nowOf(hunt, placed.appliedMs);
  if (hunt.startedAtMs === 0 && hunt.rules !== undefined) hunt.startedAtMs = nowMs;
  startIfDue(hunt, nowMs);
  const team = hunt.team(event.team);
  const play: Play = { hunt, team, event, nowMs, isReplay, extras: unmet && { unmet } };
  const judged = isReplay ? judge(play) : judgeInTime(play);
  const isSuspected = !isReplay && suspect(play, judged, position);
  const next = recommend(play, judged);
  if (team.isPlaytest) extrasOf(play).playtest = true;
  const { verdict, clue, points, rules, asked } = judged;
  if (points !== 0) team.keepPoint(nowMs);
  return {
    event,
    entry,
    position,
    outcome: isReplay ? 'replayed' : isSuspected ? 'suspected' : 'accepted',
    verdict,
    clue,
    points,
    score: team.score,
    version: hunt.version,
    rules,
    asked,
    firstPosition: -1,
    rung: undefined,
    observed: observed ?? (verdict === 'solved_again' ? 'state' : undefined),
    extras: play.extras,
    next,
  };
}

/** Judges, and takes back the points of what happened too long before, where the hunt wants it. */
function judgeInTime(play: Play): Judged {
  const isLate = isBehind(play);
  const judged = judge(play);
  if (isLate && judged.verdict === 'waiting') markLatePhoto(play, judged.clue);
  if (!isLate || judged.points <= 0) return judged;
  play.team.addScore(-judged.points);
  extrasOf(play).reason = 'late_without_points';
  return { ...judged, points: 0 };
}

/** Moves the hunt's watermark and tells whether an event is too far behind it to score. */
function isBehind({ hunt, team, event, nowMs }: Play): boolean {
  const atMs = happenedMs(event, hunt.rules?.clock);
  const late = hunt.rules?.quality.late;
  const isBehind = late?.isScored === false && atMs < watermarkAt(hunt, nowMs).ms - late.afterMs;
  if (team.isPlaytest) return isBehind;
  if (atMs > hunt.watermarkMs) hunt.watermarkMs = atMs;
  hunt.lastPlayMs = nowMs;
  return isBehind;
}

/** Marks an event that looks unlike honest play; the score it has brought stays. */
function suspect(play: Play, judged: Judged, position: number): boolean {
  const { hunt, event } = play;
  const { clue, points } = judged;
  const suspicions = suspicionsOf(play, judged);
  if (suspicions.length === 0) return false;
  extrasOf(play).suspicions = suspicions;
  const eventId = eventIdOf(event.identity);
  const marked = { eventId, clue, points, suspicions, standing: undefined };
  remember(hunt, event.team, [position, marked]);
  return true;
}
