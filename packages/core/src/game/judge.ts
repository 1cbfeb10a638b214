/**
 * What one play event does to its hunt and team. The clue is found first, then the reasons it
 * may not be solved are tried in a fixed order, then the rules of the event's type are asked.
 */
import type { EventType, HuntPhase, Verdict } from '@trove/contracts';
import type { CompiledClue, CompiledHunt, CompiledRule } from '../hunt/compiledHunt.js';
import { eventIdOf, type PlayLogged } from '../ports/loggedEvent.js';
import type { RuleContext } from '../rules/ruleContext.js';
import type { HuntDraft, TeamDraft } from './drafts.js';
import type { TeamState } from './state.js';

export interface Judged {
  readonly verdict: Verdict;
  readonly clue: string | undefined;
  readonly points: number;
  /** Rules that fired, in order, separated by commas; undefined when none did. */
  readonly rules: string | undefined;
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
};

/** Judges one event and writes its effects into the drafts. */
export function judge(play: Play): Judged {
  const { hunt } = play;
  const rules = hunt.rules;
  if (rules === undefined || !isOpen(rules, hunt.phase, play.nowMs)) return CLOSED;
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
  };
}

/** Whether a hunt takes events now. */
export function isOpen(hunt: CompiledHunt, phase: HuntPhase, nowMs: number): boolean {
  return phase === 'live' && !isOutside(hunt, nowMs);
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

/** Where a team stands at a moment on the hunt's clock, ms. */
export interface Standing {
  readonly team: Pick<TeamState, 'solved' | 'attempts'>;
  readonly nowMs: number;
}

/** Why a clue of an open hunt can't be tried now; undefined when it can. */
export function obstacleTo(clue: CompiledClue, { team, nowMs }: Standing): Verdict | undefined {
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
}

const NOTHING_FIRED: Readonly<Fired> = { points: 0, names: undefined };

function fireRules(play: Play, rules: CompiledHunt, tried: Tried): Readonly<Fired> {
  const candidates = rules.rules.get(play.event.type);
  if (candidates === undefined || candidates.length === 0) return NOTHING_FIRED;
  const { hunt, team } = play;
  const context = new Context(play, tried);
  const fired: Fired = { points: 0, names: undefined };
  for (const rule of candidates) {
    if (isUsedUp(rule, play) || !rule.when(context)) continue;
    if (rule.limit !== undefined) {
      team.addFired(rule.id);
      if ('first' in rule.limit) hunt.firsts.set(rule.id, hunt.firstsOf(rule.id) + 1);
    }
    if (rule.award !== 0) team.addScore(rule.award);
    fired.points += rule.award;
    fired.names = fired.names === undefined ? rule.id : `${fired.names},${rule.id}`;
  }
  return fired;
}

function isUsedUp({ id, limit }: CompiledRule, { hunt, team }: Play): boolean {
  if (limit === undefined) return false;
  const times = team.fired.get(id) ?? 0;
  if ('perTeam' in limit) return times >= limit.perTeam;
  return times > 0 || hunt.firstsOf(id) >= limit.first;
}

/** What conditions see. Parts that few conditions read are made when they are read. */
class Context implements RuleContext {
  readonly event: RuleContext['event'];
  readonly verdict: Verdict;
  readonly clue: RuleContext['clue'];
  readonly team: RuleContext['team'];
  readonly hunt: RuleContext['hunt'];

  constructor({ hunt, team, event, nowMs }: Play, { verdict, clue }: Tried) {
    this.event = new ContextEvent(event);
    this.verdict = verdict;
    const solves = clue === undefined ? 0 : hunt.solvesOf(clue.id);
    this.clue = { id: clue?.id ?? '', points: clue?.points ?? 0, solves };
    this.team = { score: team.score, solved: team.solved.size };
    const elapsedS = Math.max(0, (nowMs - hunt.startedAtMs) / 1000);
    this.hunt = { solves: hunt.solved, elapsedS };
  }
}

class ContextEvent {
  readonly type: EventType;
  readonly time: number;
  readonly player: string;
  readonly team: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(private readonly logged: PlayLogged) {
    this.type = logged.type;
    this.time = logged.timeMs;
    this.player = logged.player;
    this.team = logged.team;
    this.data = logged.data;
  }

  get id(): string {
    return eventIdOf(this.logged.identity);
  }
}
