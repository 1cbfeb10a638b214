/** What became of an event, as far as two foldings of it are compared. */
import type { Outcome, Verdict } from '@trove/contracts';

export interface Answer {
  readonly outcome: Outcome;
  readonly verdict: Verdict | undefined;
  readonly clue: string | undefined;
  readonly points: number;
}

export function isSameAnswer(one: Answer, other: Answer): boolean {
  return (
    one.outcome === other.outcome &&
    one.verdict === other.verdict &&
    one.clue === other.clue &&
    one.points === other.points
  );
}

/** An answer in a word: the verdict where there is one, else the outcome. */
export function wordOf({ outcome, verdict }: Answer): string {
  if (verdict === undefined) return outcome;
  return outcome === 'suspected' ? `${verdict}, suspected` : verdict;
}

/** True when an answer adds its clue to the team's solved ones. */
export function isSolve({ verdict }: Answer): boolean {
  return verdict === 'solved';
}
