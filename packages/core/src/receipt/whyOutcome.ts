/** Outcome and verdict as one sentence, the same for whoever asks. */
import type { Outcome, Verdict } from '@trove/contracts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  solved: 'It solved the clue.',
  already_solved: 'The team had solved the clue before.',
  wrong: 'The answer was wrong, or the photo was rejected.',
  locked: 'It was locked: something else has to come first.',
  closed: 'The hunt or the clue was closed.',
  cooling_down: 'After a wrong answer the team had to wait.',
  no_clue: 'The hunt has no clue that it is about.',
  noted: 'It was noted, and there was nothing to solve.',
  uncertain: 'The position was not certain enough to count.',
  too_early: 'The hint could not be had yet.',
  hinted: 'The team got the hint.',
  already_hinted: 'The team had the hint before and was told it again.',
  waiting: 'The photo waits for an operator to look at it.',
  solved_again: 'It solved a clue that the team had solved, which this hunt pays again.',
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  accepted: 'It counted.',
  duplicate: 'It repeats an event that came before; the first one counts.',
  conflict: 'Its id came before with other content; the first one counts, this one was set aside.',
  suspected: 'It counted, and an operator will look at it.',
  late: 'It was older than what repeats are recognised by, so it could not count.',
  invalid: 'It was not what its type or its hunt asks for.',
  rate_limited: 'The hunt had taken all the events it may.',
  quarantined: 'It could not be decided, or was not as its hunt expects, and was set aside.',
  replayed: 'It was set aside at first; sent again by an operator, it counted.',
  overturned: 'It counted at first; an operator took that back.',
};

/** What makes a verdict worth telling is that the event counted. */
const JUDGED: ReadonlySet<Outcome> = new Set(['accepted', 'replayed', 'suspected', 'overturned']);

export function whyOutcome(outcome: Outcome, verdict: Verdict | undefined): string {
  if (verdict === undefined || !JUDGED.has(outcome)) return OUTCOMES[outcome];
  if (outcome === 'accepted') return VERDICTS[verdict];
  return `${OUTCOMES[outcome]} ${VERDICTS[verdict]}`;
}
