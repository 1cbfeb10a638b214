/** What an operator's finding of a suspected event has come to, in words. */
import type { EventResult } from '@trove/contracts';
import type { OperateAnswer } from './operations';

/** `team` is what its players call it. */
export function wordsOfSettling(
  { verdict, points = 0, score, settled }: EventResult,
  team: string,
): OperateAnswer {
  if (verdict === 'no_clue') return { isDone: false, says: UNKNOWN };
  if (verdict === 'locked') return { isDone: false, says: FULL };
  if (points === 0) return { isDone: true, says: 'Noted. No points moved.' };
  const again = settled?.as === 'confirmed' ? ' again' : '';
  const moved = points > 0 ? `gets ${points} points` : `loses ${-points} points`;
  return { isDone: true, says: `${team} ${moved}${again} and has ${score} now.` };
}

const UNKNOWN =
  'Nothing suspected is known there just now. Look again in a few seconds: if it happened only ' +
  'now, the ledger may not have it yet.';
const FULL =
  'So many of this team’s events stand taken back that no more can be: give some again, or ' +
  'adjust its points.';
