/** Holds what was folded again against the live state at the same place of the log. */
import { RECORD_LIMITS } from './limits.js';

/** One figure that differs. */
export interface Difference {
  readonly of: 'score' | 'solves' | 'points' | 'outcome';
  /** The team, the clue or the outcome. */
  readonly name: string;
  readonly live: number;
  readonly folded: number;
}

export interface Divergence {
  /** Figures that differ; 0 is what is promised. */
  readonly count: number;
  /** The first of them. */
  readonly differences: readonly Difference[];
}

type Figures = ReadonlyMap<string, number>;

/** A figure that stands on one side only is 0 on the other. */
export function differencesOf(
  of: Difference['of'],
  live: Figures,
  folded: Figures,
): readonly Difference[] {
  const found: Difference[] = [];
  for (const name of new Set([...live.keys(), ...folded.keys()])) {
    const [one, other] = [live.get(name) ?? 0, folded.get(name) ?? 0];
    if (one !== other) found.push({ of, name, live: one, folded: other });
  }
  return found;
}

export function divergenceOf(...parts: readonly (readonly Difference[])[]): Divergence {
  const all = parts.flat();
  return { count: all.length, differences: all.slice(0, RECORD_LIMITS.differences) };
}
