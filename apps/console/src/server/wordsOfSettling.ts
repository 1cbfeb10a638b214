/** What an operator's finding of a suspected event has come to, in words. */
import type { EventResult } from '@trove/contracts';
import type { OperateAnswer } from './operations';

/** `team` is what its players call it. */
export function wordsOfSettling(
  { verdict, points = 0, score }: EventResult,
  team: string,
): OperateAnswer {
  if (verdict === 'no_clue') return { isDone: false, says: LAPSED };
  if (points === 0) return { isDone: true, says: 'Noted. No points moved.' };
  const moved = points > 0 ? `gets ${points} points again` : `loses ${-points} points`;
  return { isDone: true, says: `${team} ${moved} and has ${score} now.` };
}

const LAPSED =
  'Too many came after it: it can’t be settled any more. If it brought points, they can be taken ' +
  'back by adjusting the team’s.';
