/**
 * Which suspected events the screen shows, the newest first: open ones have the first claim, and
 * of these the ones that moved points.
 */
import type { TeamSuspect } from '@trove/streams';

/** Rows of one answer: what one looks through before asking again. */
const ROWS = 100;

export function shownSuspects(suspects: readonly TeamSuspect[]): readonly TeamSuspect[] {
  return suspects
    .toSorted((one, other) => claimOf(one) - claimOf(other) || newestFirst(one, other))
    .slice(0, ROWS)
    .sort(newestFirst);
}

function claimOf({ standing, points }: TeamSuspect): number {
  if (standing !== undefined) return 2;
  return points === 0 ? 1 : 0;
}

function newestFirst(one: TeamSuspect, other: TeamSuspect): number {
  return other.lastMs - one.lastMs || other.position - one.position;
}
