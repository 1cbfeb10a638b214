/** What makes a clue's points depend on when it is solved, as it is reckoned with. */
import type { Clue } from '@trove/contracts';
import type { ClueValue } from './compiledHunt.js';

export const SECOND_MS = 1_000;

/** Nothing for a clue that is always worth its points. */
export function clueValue({
  decay,
  firstFinders,
  timeBonus,
}: Pick<Clue, 'decay' | 'firstFinders' | 'timeBonus'>): ClueValue | undefined {
  if (decay === undefined && firstFinders === undefined && timeBonus === undefined) {
    return undefined;
  }
  if (timeBonus === undefined) return { decay, firstFinders };
  const { points, overS, since } = timeBonus;
  return { decay, firstFinders, timeBonus: { points, overMs: overS * SECOND_MS, since } };
}
