/**
 * Plays a few events on a state that nobody keeps, with the decide and apply of play, and tells
 * everything there is to tell of each: every clause of every rule with what it read, what came of
 * it, and what the team might try next.
 */
import type {
  HuntDefinition,
  Outcome,
  PlayType,
  ReceiptRule,
  ResultExtras,
  Suggestion,
  Verdict,
} from '@trove/contracts';
import type { StateCells } from '../../pipeline/applyDecision.js';
import type { ResultRow } from '../../pipeline/decision.js';
import { askedRules } from '../../receipt/askedRules.js';
import { receiptRules } from '../../receipt/receiptRules.js';
import { whyOutcome } from '../../receipt/whyOutcome.js';
import { type ClauseTrace, type RuleTrace, traceRules } from '../../rules/traceRules.js';
import type { CompiledHunt } from '../compiledHunt.js';
import { FixtureFold } from '../fixtures/fixtureFold.js';
import { FixtureLogger } from '../fixtures/loggedFixture.js';
import { suggestionsNow } from './suggestionsNow.js';

export interface TrialEvent {
  readonly team: string;
  readonly player: string;
  readonly type: PlayType;
  /** As its contract has it. */
  readonly data: Readonly<Record<string, unknown>>;
  /** When it happens and reaches the log, ms. */
  readonly atMs: number;
}

export interface TrialHunt {
  readonly definition: HuntDefinition;
  /** Compiled from the definition. */
  readonly compiled: CompiledHunt;
  /** What was before; written in place. */
  readonly cells: StateCells;
  /** Whether `cells` hold every team of the hunt, so that ranks can be told. */
  readonly hasAllTeams: boolean;
}

export interface TriedRule extends ReceiptRule {
  /** Empty where its limit kept it from being asked. */
  readonly clauses: readonly ClauseTrace[];
}

export interface TriedEvent {
  readonly outcome: Outcome;
  readonly verdict?: Verdict;
  /** Outcome and verdict in one sentence. */
  readonly why: string;
  readonly clue?: string;
  /** Points it moved, and the team's points before and after. */
  readonly points: number;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  /** Every rule that listens to its type, in the order of the file. */
  readonly rules: readonly TriedRule[];
  readonly effects: ResultExtras;
  /** The team's counters afterwards. */
  readonly counters: Readonly<Record<string, number>>;
  /** Absent where not all teams of the hunt are at hand. */
  readonly board?: { readonly rankBefore: number; readonly rankAfter: number; readonly of: number };
  readonly next: readonly Suggestion[];
  /** Whether the team is told `next` with the result, or would be when it asks. */
  readonly isNextTold: boolean;
}

/** Pure but for `cells`. Events are played in their order; none is earlier than the one before. */
export function runTrial(hunt: TrialHunt, events: readonly TrialEvent[]): readonly TriedEvent[] {
  const { definition, compiled, cells } = hunt;
  let traces: RuleTrace[] = [];
  const traced = traceRules(definition, compiled, (trace) => traces.push(trace));
  const fold = new FixtureFold(traced, cells);
  const logger = new FixtureLogger(definition.slug, events[0]?.atMs ?? 0);
  return events.map((event) => {
    traces = [];
    const before = standingOf(cells, definition.slug, event.team);
    const { type, data, team, player, atMs } = event;
    const logged = logger.play({ team, player, type, data: { ...data } }, { type, data }, atMs);
    const row = fold.add(logged, atMs);
    return tried(hunt, { event, row, traces, before });
  });
}

interface Told {
  readonly event: TrialEvent;
  readonly row: ResultRow;
  readonly traces: readonly RuleTrace[];
  readonly before: Standing;
}

function tried(hunt: TrialHunt, told: Told): TriedEvent {
  const { definition, compiled, cells, hasAllTeams } = hunt;
  const { event, row, traces, before } = told;
  const { outcome, verdict, clue, points } = row;
  const after = standingOf(cells, definition.slug, event.team);
  const team = cells.teams.get(definition.slug)?.get(event.team);
  return {
    outcome,
    ...(verdict === undefined ? {} : { verdict }),
    why: whyOutcome(outcome, verdict),
    ...(clue === undefined ? {} : { clue }),
    points,
    scoreBefore: before.score,
    scoreAfter: after.score,
    rules: rulesTold(definition, event.type, { row, traces }),
    effects: row.extras ?? {},
    counters: Object.fromEntries(team?.marks.counters ?? []),
    ...(hasAllTeams
      ? { board: { rankBefore: before.rank, rankAfter: after.rank, of: after.of } }
      : {}),
    next: row.next ?? suggestionsNow({ hunt: compiled, cells, ...event }),
    isNextTold: row.next !== undefined,
  };
}

function rulesTold(
  definition: HuntDefinition,
  type: PlayType,
  { row, traces }: Pick<Told, 'row' | 'traces'>,
): readonly TriedRule[] {
  const rules = askedRules(definition, type);
  const { asked, rules: fired } = row;
  if (asked === undefined) return [];
  const clauses = new Map(traces.map((trace) => [trace.rule, trace.clauses]));
  return receiptRules({ fired, asked, rules }).rules.map((told) => {
    return { ...told, clauses: clauses.get(told.rule) ?? [] };
  });
}

interface Standing {
  readonly score: number;
  readonly rank: number;
  readonly of: number;
}

/** Equal scores share a rank. A team that has done nothing yet has no points. */
function standingOf(cells: StateCells, slug: string, name: string): Standing {
  const teams = cells.teams.get(slug);
  const score = teams?.get(name)?.score ?? 0;
  let [rank, of] = [1, 1];
  for (const { team, score: other } of teams?.values() ?? []) {
    if (team === name) continue;
    of += 1;
    if (other > score) rank += 1;
  }
  return { score, rank, of };
}
