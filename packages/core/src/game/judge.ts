/**
 * What one play event does to its hunt and team. The clue is found first, then the reasons it
 * may not be solved are tried in a fixed order, then the rules of the event's type are asked.
 */
import type { EventType, Verdict } from '@trove/contracts';
import type { CompiledClue, CompiledHunt, RuleContext } from '../hunt/compiledHunt.js';
import { eventIdOf, type PlayLogged } from '../ports/loggedEvent.js';
import type { HuntDraft, TeamDraft } from './drafts.js';

export interface Judged {
  readonly verdict: Verdict;
  readonly clue: string | undefined;
  readonly points: number;
  /** Rules that fired, in order, separated by commas; undefined when none did. */
  readonly rules: string | undefined;
  /** Evaluations of conditions that failed; counted, never fatal. */
  readonly ruleErrors: number;
}

export interface Play {
  readonly hunt: HuntDraft;
  readonly team: TeamDraft;
  readonly event: PlayLogged;
  /** Applied time on the hunt's clock, ms. */
  readonly nowMs: number;
}

const CLOSED: Judged = {
  verdict: 'closed',
  clue: undefined,
  points: 0,
  rules: undefined,
  ruleErrors: 0,
};

/** Judges one event and writes its effects into the drafts. */
export function judge(play: Play): Judged {
  const { hunt } = play;
  const rules = hunt.rules;
  if (rules === undefined || hunt.phase !== 'live') return CLOSED;
  if (isOutside(rules, play.nowMs)) return CLOSED;
  const { verdict, clue } = tryClue(play, rules);
  let points = 0;
  if (verdict === 'solved' && clue !== undefined) {
    points = clue.points;
    play.team.addSolved(clue.id);
    hunt.solves.set(clue.id, hunt.solvesOf(clue.id) + 1);
    hunt.solved += 1;
    if (points !== 0) play.team.addScore(points);
  }
  const fired = fireRules(play, rules, { verdict, clue });
  return {
    verdict,
    clue: clue?.id,
    points: points + fired.points,
    rules: fired.names,
    ruleErrors: fired.errors,
  };
}

function isOutside(span: { opensMs?: number; closesMs?: number }, nowMs: number): boolean {
  return (
    (span.opensMs !== undefined && nowMs < span.opensMs) ||
    (span.closesMs !== undefined && nowMs >= span.closesMs)
  );
}

interface Tried {
  readonly verdict: Verdict;
  readonly clue: CompiledClue | undefined;
}

/** Of several clues at one place the first that can be solved counts, else the first of all. */
function tryClue(play: Play, rules: CompiledHunt): Tried {
  const candidates = candidatesOf(play.event, rules);
  const first = candidates[0];
  if (first === undefined) {
    const isTrace = play.event.type === 'location.reported.v1';
    return { verdict: isTrace ? 'noted' : 'no_clue', clue: undefined };
  }
  for (const clue of candidates) {
    const verdict = obstacleTo(clue, play);
    if (verdict === undefined) return { verdict: attempt(clue, play), clue };
  }
  return { verdict: obstacleTo(first, play) ?? 'noted', clue: first };
}

const NONE: readonly CompiledClue[] = [];

function candidatesOf(event: PlayLogged, rules: CompiledHunt): readonly CompiledClue[] {
  switch (event.type) {
    case 'place.visited.v1':
      return rules.clueByPlace.get(event.data.place) ?? NONE;
    case 'code.scanned.v1':
      return rules.clueByCode.get(event.data.code) ?? NONE;
    case 'location.reported.v1':
      return rules.cluesNear(event.data.lat, event.data.lon);
    case 'clue.answered.v1': {
      const clue = rules.clueById.get(event.data.clue);
      return clue?.kind === 'answer' ? [clue] : NONE;
    }
  }
}

/** Why a clue can't be tried now; undefined when it can. */
function obstacleTo(clue: CompiledClue, { team, nowMs }: Play): Verdict | undefined {
  if (team.solved.has(clue.id)) return 'already_solved';
  if (isOutside(clue, nowMs)) return 'closed';
  if (!clue.isUnlocked(team.solved)) return 'locked';
  if (clue.kind !== 'answer') return undefined;
  const past = team.attempts.get(clue.id);
  if (past === undefined) return undefined;
  if (clue.attempts !== undefined && past.wrong >= clue.attempts) return 'closed';
  return nowMs < past.untilMs ? 'cooling_down' : undefined;
}

function attempt(clue: CompiledClue, { event, team, nowMs }: Play): Verdict {
  if (event.type !== 'clue.answered.v1' || clue.isAnswer?.(event.data.answer) === true) {
    return 'solved';
  }
  const wrong = (team.attempts.get(clue.id)?.wrong ?? 0) + 1;
  team.setAttempt(clue.id, { wrong, untilMs: nowMs + (clue.coolDownMs ?? 0) });
  return 'wrong';
}

interface Fired {
  points: number;
  names: string | undefined;
  errors: number;
}

function fireRules(play: Play, rules: CompiledHunt, tried: Tried): Fired {
  const fired: Fired = { points: 0, names: undefined, errors: 0 };
  const candidates = rules.rules.get(play.event.type as EventType);
  if (candidates === undefined) return fired;
  const { hunt, team } = play;
  const context = contextOf(play, tried);
  for (const rule of candidates) {
    const { limit } = rule;
    if (limit !== undefined) {
      const times = team.fired.get(rule.id) ?? 0;
      if ('perTeam' in limit ? times >= limit.perTeam : times > 0) continue;
      if ('first' in limit && hunt.firstsOf(rule.id) >= limit.first) continue;
    }
    if (!rule.when(context)) continue;
    if (limit !== undefined) {
      team.addFired(rule.id);
      if ('first' in limit) hunt.firsts.set(rule.id, hunt.firstsOf(rule.id) + 1);
    }
    if (rule.award !== 0) team.addScore(rule.award);
    fired.points += rule.award;
    fired.names = fired.names === undefined ? rule.id : `${fired.names},${rule.id}`;
  }
  return fired;
}

function contextOf({ hunt, team, event, nowMs }: Play, { verdict, clue }: Tried): RuleContext {
  return {
    event: {
      id: eventIdOf(event.identity),
      type: event.type,
      time: event.timeMs,
      player: event.player,
      team: event.team,
      data: event.data as Record<string, unknown>,
    },
    verdict,
    clue: {
      id: clue?.id ?? '',
      points: clue?.points ?? 0,
      solves: clue === undefined ? 0 : hunt.solvesOf(clue.id),
    },
    team: { score: team.score, solved: team.solved.size },
    hunt: { solves: hunt.solved, elapsedS: Math.max(0, (nowMs - hunt.startedAtMs) / 1000) },
  };
}
