/**
 * Which answer belongs to which sending of one id. Results come by the order of the log, and a
 * retry may have overtaken what it repeats, so that neither the first answer nor the first sending
 * says anything: only the numbers of each do.
 */
import type { Injected, TruthAnswer, TruthPair } from '@trove/contracts';
import { isRight, RIGHT_ANSWERS } from './truthClasses.js';

/**
 * One pair a sending: as many as can be are paired with a right answer, those that have the fewest
 * right ones first; then what is left over, in the order given. Sendings without an answer are
 * `unanswered`; answers beyond the sendings are left out.
 */
export function pairAnswers(
  sendings: readonly Injected[],
  answers: readonly TruthAnswer[],
): TruthPair[] {
  const left = [...answers];
  const pairs: TruthPair[] = [];
  const wrong: Injected[] = [];
  for (const injected of sendings.toSorted(byChoice)) {
    const at = left.findIndex((answer) => isRight(injected, answer));
    if (at < 0) wrong.push(injected);
    else pairs.push(`${injected}>${left.splice(at, 1)[0] as TruthAnswer}`);
  }
  for (const injected of wrong) pairs.push(`${injected}>${left.shift() ?? 'unanswered'}`);
  return pairs;
}

function byChoice(a: Injected, b: Injected): number {
  return RIGHT_ANSWERS[a].length - RIGHT_ANSWERS[b].length;
}
