/**
 * Compares what clients were told with what stands in the installation. Pure. An event is lost
 * when a door has said `appended` and its effect is missing anywhere; doubled when its effect
 * stands anywhere more than once. All else that may not be is a violation.
 */
import { WIRE_LIMITS } from '@trove/contracts';
import type { Sent } from '../clients/history.js';
import { type Evidence, keyOf, type LogFact, type OutFact, type Points } from './facts.js';
import { type Expected, playPlainly } from './plainGame.js';
import { restFaults } from './restFaults.js';

export interface RunRules {
  /** The poisonous code breaks the fold: its events end as `quarantined`. */
  readonly isPoisonous: boolean;
  /** Doors may refuse good ids for a moment, because clocks jump. */
  readonly mayRefuse: boolean;
  /** Hunts that others play otherwise: only the order of their results is looked at. */
  readonly foreign?: ReadonlySet<string>;
}

export interface Judged {
  readonly acked: number;
  readonly scored: number;
  readonly lost: number;
  readonly doubled: number;
  readonly violations: readonly string[];
}

/** Near the edges of the window a door and a client may see them at different moments, ms. */
const EDGE_MS = 10_000;
const AHEAD_MS = WIRE_LIMITS.idAheadMs - EDGE_MS;

/** `histories` by client, each in the order of sending. */
export function judgeRun(
  histories: readonly (readonly Sent[])[],
  evidence: Evidence,
  rules: RunRules,
): Judged {
  const violations: string[] = [];
  const expected = evidence.logs.map((log) => playPlainly(log, rules.isPoisonous));
  evidence.logs.forEach((log, partition) => {
    const out = evidence.outs[partition] ?? [];
    const held = { expected: expected[partition] as Expected, foreign: rules.foreign ?? NONE };
    violations.push(...compareOut(log, out, held));
  });
  const effects = countEffects(evidence.outs.flat());
  const poisoned = quarantinedOf(evidence.outs.flat());
  const sent = histories.flat();
  const acked = sent.filter(({ isAcked }) => isAcked);
  const missing = acked.filter((one) => !effects.has(keyOf(one)) && !poisoned.has(keyOf(one)));
  const twice = [...effects.values()].filter((count) => count > 1).length;
  const points = comparePoints(expected, evidence);
  violations.push(
    ...orderFaults(histories, evidence.logs),
    ...windowFaults(sent, rules),
    ...restFaults(sent, evidence),
    ...missing.slice(0, 3).map(({ id }) => `${id} was acknowledged and has no outcome`),
    ...points.says,
  );
  const lost = missing.length + points.below;
  const doubled = twice + points.above;
  const scored = acked.filter((one) => effects.has(keyOf(one))).length;
  return { acked: acked.length, scored, lost, doubled, violations };
}

function countEffects(rows: readonly OutFact[]): Map<string, number> {
  const effects = new Map<string, number>();
  for (const row of rows) {
    if (row.outcome !== 'accepted' && row.outcome !== 'replayed') continue;
    effects.set(keyOf(row), (effects.get(keyOf(row)) ?? 0) + 1);
  }
  return effects;
}

function quarantinedOf(rows: readonly OutFact[]): Set<string> {
  return new Set(rows.filter(({ outcome }) => outcome === 'quarantined').map(keyOf));
}

/** What a partition's results are held against. */
interface Held {
  readonly expected: Expected;
  readonly foreign: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Row by row: results without gap, in log order, with the outcomes and points of plain play. */
function compareOut(
  log: readonly LogFact[],
  out: readonly OutFact[],
  { expected, foreign }: Held,
): string[] {
  const says: string[] = [];
  if (log.length !== out.length) says.push(`${log.length} events and ${out.length} results`);
  let epoch = 0;
  for (const [index, row] of out.entries()) {
    const at = `p${row.partition}@${row.position}`;
    if (row.position !== index) says.push(`${at}: the result before it is missing`);
    if (row.epoch < epoch) says.push(`${at}: its epoch is lower than the one before`);
    epoch = row.epoch;
    const fact = log[index];
    if (fact === undefined || keyOf(fact) !== keyOf(row)) says.push(`${at}: of another event`);
    if (foreign.has(row.hunt)) continue;
    const outcome = expected.outcomes[index];
    if (row.outcome !== outcome) says.push(`${at}: ${row.outcome}, expected ${outcome}`);
    const points = expected.points[index];
    if (row.points !== points) says.push(`${at}: ${row.points} points, expected ${points}`);
    if (says.length >= MOST_SAID) break;
  }
  return says;
}

const MOST_SAID = 5;

interface Compared {
  /** Teams with fewer points than plain play gives them, over board and ledger; and with more. */
  readonly below: number;
  readonly above: number;
  readonly says: readonly string[];
}

function comparePoints(expected: readonly Expected[], { boards, ledger }: Evidence): Compared {
  const wanted = new Map(expected.flatMap(({ scores }) => [...scores]));
  const says: string[] = [];
  let [below, above] = [0, 0];
  for (const [where, found] of [['board', boards] as const, ['ledger', ledger] as const]) {
    for (const [hunt, teams] of found) {
      for (const [team, has, wants] of teamsOf(teams, wanted.get(hunt) ?? NOBODY)) {
        if (has === wants) continue;
        if (has < wants) below += 1;
        else above += 1;
        says.push(`${team} has ${has} in the ${where} of ${hunt}, expected ${wants}`);
      }
    }
  }
  return { below, above, says: says.slice(0, MOST_SAID) };
}

const NOBODY: Points = new Map();

function teamsOf(found: Points, wanted: Points): [string, number, number][] {
  const names = new Set([...found.keys(), ...wanted.keys()]);
  return [...names].map((team) => [team, found.get(team) ?? 0, wanted.get(team) ?? 0]);
}

/** First occurrences of a player's events stand in the log in the order of sending. */
function orderFaults(histories: readonly (readonly Sent[])[], logs: Evidence['logs']): string[] {
  const firsts = new Map<string, number>();
  for (const fact of logs.flat()) {
    if (!firsts.has(keyOf(fact))) firsts.set(keyOf(fact), fact.position);
  }
  const says: string[] = [];
  for (const history of histories) {
    const last = new Map<string, number>();
    for (const sent of history) {
      const position = firsts.get(keyOf(sent));
      if (position === undefined) continue;
      const lane = `${sent.hunt} ${sent.player}`;
      if (position < (last.get(lane) ?? -1)) says.push(`${sent.id} overtook one of its player`);
      last.set(lane, position);
    }
  }
  return says.slice(0, MOST_SAID);
}

/** What is inside the window is taken, what is outside is refused, and everything is answered. */
function windowFaults(sent: readonly Sent[], { mayRefuse }: RunRules): string[] {
  const says: string[] = [];
  for (const { id, idTimeMs, madeAtMs, ack, isAcked, isMalformed } of sent) {
    const ageMs = madeAtMs - idTimeMs;
    const isInside = ageMs < WIRE_LIMITS.dedupWindowMs - EDGE_MS && ageMs > -AHEAD_MS;
    if (ack === undefined) says.push(`${id} was never answered`);
    if (isInside && !isAcked && !mayRefuse && !isMalformed)
      says.push(`${id} is inside the window and ${ack}`);
    const isOutside = ageMs > WIRE_LIMITS.dedupWindowMs + EDGE_MS;
    if (isOutside && isAcked) says.push(`${id} is older than the window and was taken`);
    if (says.length >= MOST_SAID) break;
  }
  return says;
}
