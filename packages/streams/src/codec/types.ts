/** Numbers of words in the binary layouts. Append only: a number once written is never reused. */
import {
  type ControlType,
  type EventType,
  isCustomType,
  type LoggedType,
  Outcome,
  Verdict,
} from '@trove/contracts';
import { UnknownWriter } from './unknownWriter.js';

const TYPES = [
  'place.visited.v1',
  'location.reported.v1',
  'code.scanned.v1',
  'clue.answered.v1',
  'hunt.published.v1',
  'hunt.phase_changed.v1',
  'player.joined.v1',
  'option.chosen.v1',
  'hint.requested.v1',
  'suggestions.served.v1',
  'suspicion.settled.v1',
  'hunt.broadcast.v1',
  'board.freeze_changed.v1',
  'points.adjusted.v1',
  'team.status_changed.v1',
  'hint.given.v1',
  'photo.submitted.v1',
  'photo.appealed.v1',
  'photo.judged.v1',
  'hint.refunded.v1',
  'team.made.v1',
  'player.left.v1',
  'player.removed.v1',
  'team.captain_changed.v1',
  'clue.unlocked.v1',
  'team.division_changed.v1',
  'hunt.aged.v1',
  'team.member_removed.v1',
] as const satisfies readonly (EventType | ControlType)[];

type Numbers = Readonly<Record<string, number>>;

/** Plain objects: a few known words are found in them faster than in a Map. */
function numbersOf(words: readonly string[]): Numbers {
  return Object.fromEntries(words.map((word, i) => [word, i]));
}

const TYPE_NUMBERS = numbersOf(TYPES);
const OUTCOME_NUMBERS = numbersOf(Outcome.options);
const VERDICT_NUMBERS = numbersOf(Verdict.options);

/** Stands for "no verdict". */
const NO_VERDICT = 15;

/** Stands for every type of a hunt's own, which is named where it is used. */
export const CUSTOM_TYPE = 255;

export function numberOfType(type: LoggedType): number {
  const number = TYPE_NUMBERS[type];
  if (number !== undefined) return number;
  if (isCustomType(type)) return CUSTOM_TYPE;
  throw new Error(`event type ${type} has no number`);
}

/** Not of `CUSTOM_TYPE`, whose name stands elsewhere. */
export function typeOfNumber(number: number): EventType | ControlType {
  const type = TYPES[number];
  if (type === undefined) throw new UnknownWriter(`no event type has number ${number}`);
  return type;
}

/** One more than the highest byte that `packOutcome` gives. */
export const OUTCOME_BYTES = 256;

/** Outcome and verdict in one byte: four bits each. */
export function packOutcome(outcome: Outcome, verdict: Verdict | undefined): number {
  const high = OUTCOME_NUMBERS[outcome] ?? 0;
  const low = verdict === undefined ? NO_VERDICT : (VERDICT_NUMBERS[verdict] ?? NO_VERDICT);
  return high * 16 + low;
}

const UNPACKED = Array.from({ length: OUTCOME_BYTES }, (_, byte) => ({
  outcome: Outcome.options[byte >> 4],
  verdict: Verdict.options[byte & 15],
}));

/** Throws on a byte that `packOutcome` never gives. The answer is shared: do not change it. */
export function unpackOutcome(byte: number): {
  readonly outcome: Outcome;
  readonly verdict: Verdict | undefined;
} {
  const found = UNPACKED[byte];
  if (found?.outcome === undefined) throw new RangeError(`no outcome has number ${byte >> 4}`);
  return found as { outcome: Outcome; verdict: Verdict | undefined };
}
