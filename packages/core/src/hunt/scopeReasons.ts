/** Why a hunt can't be decided from one team's state alone. */
import type { CompiledClue, CompiledRule } from './compiledHunt.js';

/** A sentence for each clue, then each rule, that depends on what other teams did. */
export function scopeReasons(
  clues: readonly CompiledClue[],
  rules: Iterable<CompiledRule>,
): readonly string[] {
  const reasons = clues.flatMap(({ id, value }) => {
    if (value?.decay !== undefined) return [`clue "${id}" loses points with every team’s solve`];
    return value?.firstFinders === undefined ? [] : [`clue "${id}" pays its first finders more`];
  });
  for (const { scopeReason } of rules) if (scopeReason !== undefined) reasons.push(scopeReason);
  return reasons;
}
