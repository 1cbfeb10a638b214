/** Why a hunt can't be decided from one team's state alone. */
import type { CompiledClue, CompiledRule } from './compiledHunt.js';
import type { CompiledQuality } from './compiledQuality.js';

interface Depending {
  readonly clues: readonly CompiledClue[];
  readonly rules: Iterable<CompiledRule>;
  readonly quality: CompiledQuality;
}

/** A sentence for each clue, each rule and each check that depends on what other teams did. */
export function scopeReasons({ clues, rules, quality }: Depending): readonly string[] {
  const reasons = clues.flatMap(({ id, value }) => {
    if (value?.decay !== undefined) return [`clue "${id}" loses points with every team’s solve`];
    return value?.firstFinders === undefined ? [] : [`clue "${id}" pays its first finders more`];
  });
  for (const { scopeReason } of rules) if (scopeReason !== undefined) reasons.push(scopeReason);
  if (quality.fairPlay?.sharing !== undefined) {
    reasons.push('quality.fairPlay.sharing compares the answers of teams');
  }
  return reasons;
}
