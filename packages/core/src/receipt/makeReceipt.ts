/**
 * The receipt of an event, made from what is stored of it and from nothing else, so that door,
 * console and command line tell the same.
 */
import {
  type BoardEffect,
  type ControlType,
  isPlayType,
  type Outcome,
  type Receipt,
  type ReceiptProvenance,
  type ReceiptStages,
  type ResultExtras,
} from '@trove/contracts';
import { effectiveMs } from '../quality/effectiveTime.js';
import type { AskedRule } from './askedRules.js';
import type { ReceiptFacts } from './receiptFacts.js';
import { receiptRules } from './receiptRules.js';
import { whyOutcome } from './whyOutcome.js';

export interface ReceiptParts {
  readonly facts: ReceiptFacts;
  /** The rules its type asks, of the version that judged it; undefined when not at hand. */
  readonly rules?: readonly AskedRule[] | undefined;
  readonly board?: BoardEffect | undefined;
}

export function makeReceipt({ facts, rules, board }: ReceiptParts): Receipt {
  const { version, firstPosition, data } = facts;
  const base = {
    id: facts.eventId,
    hunt: facts.hunt,
    team: facts.team,
    player: facts.player,
    type: facts.type,
    outcome: facts.outcome,
    why: whyOutcome(facts.outcome, facts.verdict),
    ...rulesOf(facts, rules),
    points: facts.points,
    effects: facts.extras === undefined ? {} : (JSON.parse(facts.extras) as ResultExtras),
    stages: stagesOf(facts),
    isDeliveryKnown: facts.isDeliveryKnown === true,
    provenance: provenanceOf(facts),
  };
  return withoutAbsent({
    ...base,
    data: data === undefined ? undefined : (JSON.parse(data) as unknown),
    verdict: facts.verdict,
    clue: facts.clue,
    version: version === 0 ? undefined : version,
    ...(isJudged(facts) || CORRECTIONS.has(facts.type) ? scoresOf(facts) : {}),
    board,
    first: firstPosition < 0 ? undefined : firstOf(facts),
  });
}

/** Of an event that asked no rule, that there is nothing to tell is all there is to know. */
function rulesOf(facts: ReceiptFacts, rules: readonly AskedRule[] | undefined) {
  const { asked, rules: fired, clue, verdict } = facts;
  const isHuntClosed = verdict === 'closed' && clue === undefined;
  if (!isJudged(facts) || isHuntClosed) return { rules: [], areRulesWhole: true };
  if (asked === undefined && rules?.length === 0) return { rules: [], areRulesWhole: true };
  return receiptRules({ fired, asked, rules });
}

/** What operators do that moves points. */
const CORRECTIONS: ReadonlySet<string> = new Set<ControlType>([
  'suspicion.settled.v1',
  'points.adjusted.v1',
  'hint.refunded.v1',
  'photo.judged.v1',
]);

/**
 * Whether a version of the rules judged it: repeats are not judged, and of control events only the
 * judging of a photo asks rules, where it is its first.
 */
function isJudged({ type, version, outcome, asked, rules }: ReceiptFacts): boolean {
  const asks = isPlayType(type) || asked !== undefined || rules !== undefined;
  return asks && version > 0 && COUNTED.has(outcome);
}

const COUNTED: ReadonlySet<Outcome> = new Set(['accepted', 'suspected', 'replayed']);

function scoresOf({ score, points }: ReceiptFacts) {
  return { scoreBefore: score - points, scoreAfter: score };
}

/** The first of a repeat has the same id: its place tells the two apart. */
function firstOf({ eventId, firstPosition: position, hunt }: ReceiptFacts): Receipt['first'] {
  const href = `/v1/events/${eventId}/receipt?hunt=${hunt}&position=${position}`;
  return { position, href };
}

function stagesOf(facts: ReceiptFacts): ReceiptStages {
  return withoutAbsent({
    createdAt: facts.timeMs,
    sentAt: facts.sentAtMs,
    effectiveAt: effectiveAtOf(facts),
    receivedAt: msOf(facts.receivedAtUs),
    appendedAt: msOf(facts.appliedAtUs),
    decidedAt: msOf(facts.decidedAtUs),
    committedAt: facts.committedAtUs / 1000,
    pushedAt: msOf(facts.pushedAtUs),
    acknowledgedAt: msOf(facts.acknowledgedAtUs),
  });
}

function effectiveAtOf({ timeMs, sentAtMs, receivedAtUs }: ReceiptFacts): number | undefined {
  if (sentAtMs === undefined || receivedAtUs === undefined) return undefined;
  return effectiveMs({ timeMs, sentAtMs, receivedAtUs });
}

function msOf(micros: number | undefined): number | undefined {
  return micros === undefined ? undefined : micros / 1000;
}

function provenanceOf(facts: ReceiptFacts): ReceiptProvenance {
  const { readFrom, partition, epoch, position, logId, door, source } = facts;
  return withoutAbsent({ readFrom, partition, epoch, position, logId, door, source });
}

/** The same object without the fields that are undefined: what is not known is not there. */
function withoutAbsent<T extends object>(object: T): T {
  const known = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as T;
}
