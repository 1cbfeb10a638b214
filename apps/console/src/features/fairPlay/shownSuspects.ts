/** Which suspected events the screen shows: open ones have the first claim, the newest first. */
import type { TeamSuspect } from '@trove/streams';

/** Rows of one answer: what one looks through before asking again. */
const ROWS = 100;

export function shownSuspects(suspects: readonly TeamSuspect[]): readonly TeamSuspect[] {
  const isSettled = ({ standing }: TeamSuspect) => (standing === undefined ? 0 : 1);
  return suspects
    .toSorted((one, other) => isSettled(one) - isSettled(other) || newestFirst(one, other))
    .slice(0, ROWS)
    .sort(newestFirst);
}

function newestFirst(one: TeamSuspect, other: TeamSuspect): number {
  return other.madeMs - one.madeMs || other.position - one.position;
}
