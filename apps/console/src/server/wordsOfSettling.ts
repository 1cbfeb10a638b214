/** What an operator's finding of a suspected event has come to, in words. */
import type { EventResult } from '@trove/contracts';
import type { OperateAnswer } from './operations';

/** `team` is what its players call it. */
export function wordsOfSettling(
  { verdict, points = 0, score }: EventResult,
  team: string,
): OperateAnswer {
  if (verdict === 'no_clue') return { isDone: false, says: UNKNOWN };
  if (verdict === 'locked') return { isDone: false, says: FULL };
  if (points === 0) return { isDone: true, says: 'Noted. No points moved.' };
  const moved = points > 0 ? `gets ${points} points again` : `loses ${-points} points`;
  return { isDone: true, says: `${team} ${moved} and has ${score} now.` };
}

const UNKNOWN =
  'Nothing suspected is known there just now. If it has only this moment made room for others, ' +
  'it stands with the earlier ones of its team in a few seconds.';
const FULL =
  'So many of this team’s events stand taken back that no more can be: give some again, or ' +
  'adjust its points.';
