/**
 * What one play event does to its hunt and team. The clue is found first, then the reasons it
 * may not be solved are tried in a fixed order, then the rules of the event's type are asked.
 */
import { type FixFault, isCustomType, type Verdict } from '@trove/contracts';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import type { PlayLogged } from '../ports/loggedEvent.js';
import { candidatesOf } from './candidatesOf.js';
import { fireRules } from './fireRules.js';
import { fixDoubt } from './fixFault.js';
import { askHint } from './hints.js';
import { phaseAt } from './phases.js';
import { appealPhoto, isToBeJudged, submitPhoto } from './photos.js';
import { extrasOf, type Play, tellWhen } from './play.js';
import { isOutsider } from './roster.js';
import type { HuntState, TeamState } from './state.js';
import { isUnlockedFor, solveClue } from './unlock.js';
import { openedMs, unlockedMs, worthAt } from './worth.js';

export interface Judged {
  readonly verdict: Verdict;
  readonly clue: string | undefined;
  readonly points: number;
  /** Rules that fired, in order, separated by commas; undefined when none did. */
  readonly rules: string | undefined;
  /** What each rule of the event's type answered; undefined when none was asked. */
  readonly asked: string | undefined;
}

const CLOSED: Judged = {
  verdict: 'closed',
  clue: undefined,
  points: 0,
  rules: undefined,
  asked: undefined,
};

/** Judges one event and writes its effects into the drafts and into the play's extras. */
export function judge(play: Play): Judged {
  const { hunt } = play;
  const rules = hunt.rules;
  if (rules === undefined || !isOpen(rules, hunt, play.nowMs)) return CLOSED;
  if (isBanned(hunt, play.team.team)) {
    extrasOf(play).reason = 'team_banned';
    return CLOSED;
  }
  if (isOutsider(play.team.roster, play.event)) {
    extrasOf(play).reason = 'not_in_team';
    return CLOSED;
  }
  return settleTry(play, tryClue(play, rules));
}

/**
 * Writes what a try has brought, and asks the rules of the event's type.
 * @param atMs when it was made, on the hunt's clock; a photo is judged later
 */
export function settleTry(play: Play, tried: Tried, atMs: number = play.nowMs): Judged {
  const { rules } = play.hunt;
  if (rules === undefined) return CLOSED;
  const { verdict, clue } = tried;
  let { points } = tried;
  if (clue !== undefined && (verdict === 'solved' || verdict === 'solved_again')) {
    points = worthOf(play, clue, atMs);
    if (verdict === 'solved') solveClue(play, clue, rules);
  }
  if (points !== 0) play.team.addScore(points);
  const fired = fireRules(play, rules, tried);
  return {
    verdict,
    clue: clue?.id,
    points: points + fired.points,
    rules: fired.names,
    asked: fired.asked,
  };
}

/** Whether an operator keeps the team from playing. */
export function isBanned({ statuses }: Pick<HuntState, 'statuses'>, team: string): boolean {
  return statuses.get(team) === 'banned';
}

/** Whether a hunt takes events now. */
export function isOpen(
  { opensMs, closesMs }: CompiledHunt,
  { phase, startsMs }: Pick<HuntState, 'phase' | 'startsMs'>,
  nowMs: number,
): boolean {
  return phaseAt({ phase, startsMs, opensMs, closesMs }, nowMs) === 'live';
}

function isOutside(span: { opensMs?: number; closesMs?: number }, nowMs: number): boolean {
  return (
    (span.opensMs !== undefined && nowMs < span.opensMs) ||
    (span.closesMs !== undefined && nowMs >= span.closesMs)
  );
}

/** What the clue brings the team at this moment, before its own solve is counted. */
function worthOf({ hunt, team }: Play, clue: CompiledClue, nowMs: number): number {
  if (clue.value === undefined) return clue.points;
  return worthAt(clue, {
    solves: hunt.solvesOf(clue.id),
    unlockedMs: unlockedMs(clue, hunt.openedMs, team.marks),
    openedMs: openedMs(clue, hunt.openedMs),
    nowMs,
  });
}

export interface Tried {
  readonly verdict: Verdict;
  readonly clue: CompiledClue | undefined;
  /** Points moved by the try itself: the cost of a hint. */
  readonly points: number;
}

const NOTED: Tried = { verdict: 'noted', clue: undefined, points: 0 };
const NO_CLUE: Tried = { verdict: 'no_clue', clue: undefined, points: 0 };

/** Of several clues at one place the first that can be solved counts, else the first of all. */
function tryClue(play: Play, rules: CompiledHunt): Tried {
  const candidates = candidatesOf(play.event, rules);
  const first = candidates[0];
  if (first === undefined) {
    const { type } = play.event;
    return type === 'location.reported.v1' || isCustomType(type) ? NOTED : NO_CLUE;
  }
  if (play.event.type === 'hint.requested.v1') {
    return { ...askHint(play, first, obstacleTo(first, play)), clue: first };
  }
  if (play.event.type === 'photo.submitted.v1') {
    return { verdict: submitPhoto(play, first, obstacleTo(first, play)), clue: first, points: 0 };
  }
  if (play.event.type === 'photo.appealed.v1') {
    return { verdict: appealPhoto(play, first), clue: first, points: 0 };
  }
  let refusal: Verdict | undefined;
  let doubtful: CompiledClue | undefined;
  for (const clue of candidates) {
    const obstacle = obstacleTo(clue, play);
    if (obstacle === undefined) {
      if (doubtOf(clue, play) === undefined) return tried(clue, play);
      doubtful ??= clue;
    }
    refusal ??= obstacle ?? 'uncertain';
  }
  if (doubtful !== undefined && givesBenefit(play, rules)) {
    explain('uncertain', doubtful, play);
    return tried(doubtful, play);
  }
  if (rules.quality.state === 'observe') {
    const again = candidates.find((clue) => isOpenAgain(clue, play));
    if (again !== undefined) return { verdict: attemptAgain(again, play), clue: again, points: 0 };
  }
  const verdict = refusal ?? 'noted';
  explain(verdict, first, play);
  return { verdict, clue: first, points: 0 };
}

/** Only where what comes of a doubtful position can be settled later. */
function givesBenefit({ isReplay }: Play, { quality }: CompiledHunt): boolean {
  return !isReplay && quality.fairPlay?.position !== undefined;
}

function tried(clue: CompiledClue, play: Play): Tried {
  return { verdict: attempt(clue, play), clue, points: 0 };
}

/** Where a team stands at a moment on the hunt's clock, ms. */
export interface Standing {
  readonly team: Pick<TeamState, 'solved' | 'attempts' | 'marks'>;
  readonly nowMs: number;
}

/** Why a reported position can't be taken for being there; undefined when it can. */
export function doubtOf(
  { fence }: CompiledClue,
  { event, hunt }: Pick<Play, 'event' | 'hunt'>,
): FixFault | undefined {
  if (fence === undefined || event.type !== 'location.reported.v1') return undefined;
  return fixDoubt(fence, event.data, hunt.rules?.quality.fairPlay?.position);
}

/** Whether nothing is in the way but that the team has solved it. */
function isOpenAgain(clue: CompiledClue, play: Play): boolean {
  if (!play.team.solved.has(clue.id)) return false;
  return otherObstacle(clue, play) === undefined && doubtOf(clue, play) === undefined;
}

/** Why a clue of an open hunt can't be tried now; undefined when it can. */
export function obstacleTo(clue: CompiledClue, standing: Standing): Verdict | undefined {
  return standing.team.solved.has(clue.id) ? 'already_solved' : otherObstacle(clue, standing);
}

function otherObstacle(clue: CompiledClue, { team, nowMs }: Standing): Verdict | undefined {
  if (isOutside(clue, nowMs)) return 'closed';
  if (!isUnlockedFor(clue, team)) return 'locked';
  if (clue.kind === 'code' || clue.kind === 'place') return undefined;
  const past = team.attempts.get(clue.id);
  if (past !== undefined) {
    if (clue.attempts !== undefined && past.wrong >= clue.attempts) return 'closed';
    if (nowMs < past.untilMs) return 'cooling_down';
  }
  return isToBeJudged(team.marks.photos.get(clue.id)) ? 'waiting' : undefined;
}

/** Tells what can be done about a verdict: wait so long, or get a better position. */
function explain(verdict: Verdict, clue: CompiledClue, play: Play): void {
  if (verdict === 'cooling_down') tellWhen(play, play.team.attempts.get(clue.id)?.untilMs ?? 0);
  const fault = verdict === 'uncertain' ? doubtOf(clue, play) : undefined;
  if (fault !== undefined) extrasOf(play).reason = fault;
}

function attempt(clue: CompiledClue, { event, team, nowMs }: Play): Verdict {
  if (isRight(clue, event)) return 'solved';
  const wrong = (team.attempts.get(clue.id)?.wrong ?? 0) + 1;
  team.setAttempt(clue.id, { wrong, untilMs: nowMs + (clue.coolDownMs ?? 0) });
  return 'wrong';
}

function attemptAgain(clue: CompiledClue, play: Play): Verdict {
  const verdict = attempt(clue, play);
  return verdict === 'solved' ? 'solved_again' : verdict;
}

/** Places and codes are right by being there. */
function isRight(clue: CompiledClue, event: PlayLogged): boolean {
  if (event.type === 'clue.answered.v1') return clue.isAnswer?.(event.data.answer) === true;
  if (event.type === 'option.chosen.v1') return clue.rightOptions?.has(event.data.option) === true;
  return true;
}
