/**
 * Which suspected events the screen shows: open ones have the first claim, of these the ones that
 * moved points, and of equals those that something was seen of last. They stand by when they were
 * made, the newest first: a row that moves up as more like it comes would move under a finger.
 */
import type { TeamSuspect } from '@trove/streams';

/** Rows of one answer: what one looks through before asking again. */
const ROWS = 100;

export function shownSuspects(suspects: readonly TeamSuspect[]): readonly TeamSuspect[] {
  return suspects
    .toSorted((one, other) => claimOf(one) - claimOf(other) || seenLast(one, other))
    .slice(0, ROWS)
    .sort(newestFirst);
}

function claimOf({ standing, points }: TeamSuspect): number {
  if (standing !== undefined) return 2;
  return points === 0 ? 1 : 0;
}

function seenLast(one: TeamSuspect, other: TeamSuspect): number {
  return other.lastMs - one.lastMs || other.position - one.position;
}

function newestFirst(one: TeamSuspect, other: TeamSuspect): number {
  return other.madeMs - one.madeMs || other.position - one.position;
}
