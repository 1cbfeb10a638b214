/**
 * Plays a hunt with simulated teams: what they do is chance, what comes of it is decided by the
 * same fold that decides live events. Pure: the same hunt and seed give the same report.
 */
import type { HuntDefinition, Outcome, Verdict } from '@trove/contracts';
import type { ResultRow } from '../pipeline/decision.js';
import type { Arriving } from '../pipeline/memoryFold.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { chooseNext } from './choices.js';
import { PLAYTEST_LIMITS } from './limits.js';
import { MODEL } from './model.js';
import type { PlaytestReport, TeamEnd } from './report.js';
import type { Said } from './simEvents.js';
import { type Plan, type SimTeam, stayAt, workMs } from './simTeam.js';
import { type PlaytestOptions, type Stage, stageOf } from './stage.js';
import { summarise } from './summarise.js';
import { TimeQueue } from './timeQueue.js';
import { judgementOf, tryOf } from './tries.js';

type Deed = 'join' | 'choose' | 'arrive' | 'try' | 'hint' | 'judged';
interface Next {
  readonly team: SimTeam;
  readonly deed: Deed;
  /** Of `arrive`. */
  readonly plan?: Plan;
}

export class Playtest {
  private readonly queue = new TimeQueue<Next>();
  private readonly stage: Stage;
  private readonly verdicts: Partial<Record<Verdict, number>> = {};
  private readonly outcomes: Partial<Record<Outcome, number>> = {};
  private decided = 0;
  private lastMs = 0;
  /** What follows from an event comes after all that was decided with it. */
  private notBeforeMs = 0;

  /** Of a definition that `parseHuntFile` gives out; throws for one that does not compile. */
  constructor(
    definition: HuntDefinition,
    private readonly options: PlaytestOptions,
  ) {
    this.stage = stageOf(definition, options);
    for (const team of this.stage.teams) this.queue.put(team.startMs, { team, deed: 'join' });
  }

  /** How many teams have ended, and how many there are. */
  get progress(): { readonly ended: number; readonly teams: number } {
    const { teams } = this.stage;
    return { ended: teams.filter(({ end }) => end !== undefined).length, teams: teams.length };
  }

  /** Plays the next few seconds of the hunt; false when it is over. */
  step(): boolean {
    const fromMs = this.queue.nextMs;
    if (fromMs === undefined) return false;
    const { batchMs, eventsPerBatch } = PLAYTEST_LIMITS;
    const batch: (Arriving & { readonly team: SimTeam })[] = [];
    while ((this.queue.nextMs ?? Number.POSITIVE_INFINITY) < fromMs + batchMs) {
      const next = batch.length < eventsPerBatch ? this.queue.take() : undefined;
      if (next === undefined) break;
      const event = this.act(next.value, next.atMs);
      if (event !== undefined) batch.push({ event, atMs: next.atMs, team: next.value.team });
    }
    if (batch.length === 0) return true;
    this.decided += batch.length;
    this.notBeforeMs = fromMs + batchMs;
    this.stage.fold.decide(batch).forEach((row, i) => {
      const { team, atMs } = batch[i] as (typeof batch)[number];
      this.hear(team, row, atMs);
    });
    return true;
  }

  report(): PlaytestReport {
    const { options, stage, verdicts, outcomes, decided } = this;
    const { span, teams, plans, tallies, fold } = stage;
    return summarise({
      ...{ seed: options.seed, span, teams, verdicts, outcomes, events: decided },
      lastMs: this.lastMs,
      tallies: plans.flatMap(({ clue }) => tallies.get(clue.id) ?? []),
      stateOf: ({ name }) => fold.team(name),
    });
  }

  /** Does one thing; what it says to the log, if anything. */
  private act({ team, deed, plan }: Next, atMs: number): LoggedEvent | undefined {
    if (atMs >= this.stage.span.endMs) return this.end(team, 'late', this.stage.span.endMs);
    this.lastMs = Math.max(this.lastMs, atMs);
    if (deed === 'join') return this.stage.events.joined(team.name, atMs);
    if (deed === 'choose') return this.choose(team, atMs);
    if (deed === 'arrive') return plan && this.arrive(team, plan, atMs);
    return this.say(team, deed, atMs);
  }

  private choose(team: SimTeam, nowMs: number): undefined {
    const state = this.stage.fold.team(team.name);
    if (state === undefined) return this.end(team, 'stuck', nowMs);
    const choice = chooseNext(team, { plans: this.stage.plans, state, nowMs });
    if (choice.is === 'end') return this.end(team, choice.end, nowMs);
    if (choice.is === 'wait') this.queue.put(choice.untilMs, { team, deed: 'choose' });
    else this.queue.put(nowMs + choice.walkMs, { team, deed: 'arrive', plan: choice.plan });
    return undefined;
  }

  private arrive(team: SimTeam, plan: Plan, nowMs: number): undefined {
    const { id } = plan.clue;
    this.stage.tallies.get(id)?.arrive(nowMs - this.stage.span.startMs, !team.seen.has(id));
    team.seen.add(id);
    team.stay = stayAt(team, plan, nowMs);
    if (plan.clue.fence !== undefined) team.at = plan.clue.fence;
    this.later(team, 'try', nowMs + workMs(team, plan));
    return undefined;
  }

  private say(
    team: SimTeam,
    deed: 'try' | 'hint' | 'judged',
    nowMs: number,
  ): LoggedEvent | undefined {
    const { stay } = team;
    const most = PLAYTEST_LIMITS.eventsPerClue * this.stage.plans.length;
    if (stay === undefined || team.sent >= most) return this.end(team, 'stuck', nowMs);
    if (deed === 'hint') {
      const hint = stay.plan.clue.hints[stay.asked]?.id ?? '';
      stay.asked += 1;
      const data = { clue: stay.plan.clue.id, hint };
      return this.send(team, nowMs, { type: 'hint.requested.v1', data });
    }
    if (deed === 'judged') {
      const judgement = judgementOf(team, stay);
      return judgement && this.stage.events.judged(judgement, nowMs);
    }
    const said = tryOf(team, stay);
    if (said === undefined) return this.persist(team, nowMs);
    return this.send(team, nowMs, said);
  }

  private send(team: SimTeam, nowMs: number, said: Said): LoggedEvent {
    team.sent += 1;
    return this.stage.events.play(team.name, nowMs, said);
  }

  /** What came of an event, and what the team does then. */
  private hear(team: SimTeam, row: ResultRow, nowMs: number): undefined {
    const { outcome, verdict, clue, next, extras } = row;
    if (next !== undefined) team.advice = next[0]?.clue;
    const { stay } = team;
    if (stay === undefined) return this.later(team, 'choose', nowMs);
    if (outcome !== 'accepted') this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
    if (verdict !== undefined) this.verdicts[verdict] = (this.verdicts[verdict] ?? 0) + 1;
    const tally = this.stage.tallies.get(stay.plan.clue.id);
    const isOwn = clue === undefined || clue === stay.plan.clue.id;
    const untilMs = extras?.availableAt === undefined ? 0 : Date.parse(extras.availableAt);
    if (verdict === 'solved') team.lastSolveMs = nowMs;
    if (isOwn && (verdict === 'solved' || verdict === 'already_solved')) {
      return this.leave(team, 'solved', nowMs);
    }
    if (isOwn && (verdict === 'closed' || verdict === 'locked')) {
      return this.leave(team, 'left', nowMs);
    }
    if (isOwn && verdict === 'waiting') {
      return this.later(team, 'judged', nowMs + team.chance.between(...MODEL.judgedMs));
    }
    if (verdict === 'wrong') tally?.count('wrong');
    if (verdict === 'uncertain') {
      tally?.count('uncertain');
      const { afterWaiting, least } = MODEL.accuracyM;
      stay.accuracyM = Math.max(least, stay.accuracyM * afterWaiting);
    }
    if (verdict === 'hinted') {
      tally?.count('hints');
      stay.hints += 1;
    }
    return this.persist(team, Math.max(nowMs, untilMs));
  }

  /** Tries again, asks for help, or goes on without. */
  private persist(team: SimTeam, nowMs: number): undefined {
    const { stay, traits, chance } = team;
    if (stay === undefined) return undefined;
    stay.tries += 1;
    const againMs = nowMs + chance.between(...MODEL.againMs);
    if (nowMs < stay.patientUntilMs) return this.later(team, 'try', againMs);
    const hasHints = stay.asked < stay.plan.clue.hints.length;
    if (!hasHints || !traits.asksHints) return this.leave(team, 'left', nowMs);
    stay.patientUntilMs = nowMs + traits.patienceMs;
    return this.later(team, 'hint', nowMs);
  }

  private leave(team: SimTeam, how: 'solved' | 'left', nowMs: number): undefined {
    const { stay, chance } = team;
    if (stay === undefined) return undefined;
    const { id } = stay.plan.clue;
    this.stage.tallies.get(id)?.leave(how, nowMs - this.stage.span.startMs, nowMs - stay.arrivedMs);
    if (how === 'left') team.left.add(id);
    team.stay = undefined;
    return this.later(team, 'choose', nowMs + chance.between(...MODEL.restMs));
  }

  private end(team: SimTeam, end: TeamEnd, nowMs: number): undefined {
    const { stay } = team;
    if (stay !== undefined) {
      const stayMs = nowMs - stay.arrivedMs;
      this.stage.tallies
        .get(stay.plan.clue.id)
        ?.leave('left', nowMs - this.stage.span.startMs, stayMs);
    }
    team.stay = undefined;
    team.end = end;
    return undefined;
  }

  private later(team: SimTeam, deed: Deed, atMs: number): undefined {
    this.queue.put(Math.max(atMs, this.notBeforeMs), { team, deed });
    return undefined;
  }
}

/** Plays to the end. */
export function playHunt(definition: HuntDefinition, options: PlaytestOptions): PlaytestReport {
  const playtest = new Playtest(definition, options);
  for (let isOn = true; isOn; ) isOn = playtest.step();
  return playtest.report();
}
