/**
 * Asks the rules of an event's type, each once and in the order of the file, writes what those
 * that fire do, and keeps what each has answered. Effects make no events, so nothing here can go
 * round in a circle.
 */
import { HUNT_LIMITS, type Verdict } from '@trove/contracts';
import type {
  CompiledClue,
  CompiledHunt,
  CompiledRule,
  RuleEffects,
} from '../hunt/compiledHunt.js';
import { ANSWER, NO_ANSWERS, withAnswer } from '../rules/ruleAnswer.js';
import { extrasOf, type Play } from './play.js';
import { RuleView } from './ruleView.js';
import { unlockByRule } from './unlock.js';

export interface Tried {
  readonly verdict: Verdict;
  readonly clue: CompiledClue | undefined;
}

export interface Fired {
  points: number;
  /** Rules that fired, in order, separated by commas; undefined when none did. */
  names: string | undefined;
  /** What each rule answered, a character each (`readAnswers`); undefined when none listens. */
  asked: string | undefined;
}

const NOTHING_FIRED: Readonly<Fired> = { points: 0, names: undefined, asked: undefined };

export function fireRules(play: Play, rules: CompiledHunt, tried: Tried): Readonly<Fired> {
  const candidates = rules.rules.get(play.event.type);
  if (candidates === undefined || candidates.length === 0) return NOTHING_FIRED;
  const { team } = play;
  // Made for the first rule that asks: most are used up by most teams before long.
  let view: RuleView | undefined;
  const fired: Fired = { points: 0, names: undefined, asked: undefined };
  let asked = NO_ANSWERS;
  for (const rule of candidates) {
    let answer: number = usedUp(rule, play);
    if (answer === ANSWER.fired) {
      view ??= new RuleView(play, tried);
      answer = rule.ask(view);
    }
    asked = withAnswer(asked, answer);
    if (answer !== ANSWER.fired || view === undefined) continue;
    if (rule.limit !== undefined) countFiring(rule, play);
    if (rule.award !== 0) team.addScore(rule.award);
    if (rule.effects !== undefined) applyEffects(play, rule.effects, view);
    fired.points += rule.award;
    fired.names = fired.names === undefined ? rule.id : `${fired.names},${rule.id}`;
  }
  fired.asked = asked.text;
  return fired;
}

/** What keeps a rule from being asked; `ANSWER.fired` when nothing does. */
function usedUp({ id, limit }: CompiledRule, { hunt, team, nowMs }: Play): number {
  if (limit === undefined) return ANSWER.fired;
  if (limit.coolDownMs !== undefined) {
    const firedAtMs = team.marks.firedAtMs.get(id);
    if (firedAtMs !== undefined && nowMs < firedAtMs + limit.coolDownMs) return ANSWER.coolDown;
  }
  const times = team.fired.get(id) ?? 0;
  if (limit.first !== undefined) {
    if (times > 0) return ANSWER.teamLimit;
    return hunt.firstsOf(id) >= limit.first ? ANSWER.firstTaken : ANSWER.fired;
  }
  const isOften = limit.perTeam !== undefined && times >= limit.perTeam;
  return isOften ? ANSWER.teamLimit : ANSWER.fired;
}

function countFiring({ id, limit }: CompiledRule, { hunt, team, nowMs }: Play): void {
  const takesPlace = limit?.first !== undefined && !team.isPlaytest;
  if (takesPlace) hunt.firsts.set(id, hunt.firstsOf(id) + 1);
  if (limit?.first !== undefined || limit?.perTeam !== undefined) team.addFired(id);
  if (limit?.coolDownMs !== undefined) {
    team.mark({ firedAtMs: new Map(team.marks.firedAtMs).set(id, nowMs) });
  }
}

function applyEffects(play: Play, effects: RuleEffects, view: RuleView): void {
  const { team } = play;
  const { unlock, counters, badge, message } = effects;
  if (unlock !== undefined) unlockByRule(play, unlock);
  if (counters !== undefined) {
    count(play, counters);
    view.recount(team);
  }
  if (badge !== undefined && !team.marks.badges.has(badge)) {
    team.mark({ badges: new Set(team.marks.badges).add(badge) });
    const extras = extrasOf(play);
    extras.badges = [...(extras.badges ?? []), badge];
  }
  if (message !== undefined) {
    const extras = extrasOf(play);
    extras.messages = [...(extras.messages ?? []), message];
  }
}

function count({ team }: Play, changes: NonNullable<RuleEffects['counters']>): void {
  const counters = new Map(team.marks.counters);
  for (const change of changes) {
    const value = 'set' in change ? change.set : (counters.get(change.name) ?? 0) + change.add;
    const most = HUNT_LIMITS.counterValue;
    counters.set(change.name, Math.min(most, Math.max(-most, value)));
  }
  team.mark({ counters });
}
