/** Holds what was folded again against the live state at the same place of the log. */
import type { FigureDifference } from '@trove/contracts';
import { RECORD_LIMITS } from './limits.js';

export interface Divergence {
  /** Figures that differ; 0 is what is promised. */
  readonly count: number;
  /** The first of them. */
  readonly differences: FigureDifference[];
}

type Figures = ReadonlyMap<string, number>;

/** A figure that stands on one side only is 0 on the other. */
export function differencesOf(
  of: FigureDifference['of'],
  live: Figures,
  folded: Figures,
): readonly FigureDifference[] {
  const found: FigureDifference[] = [];
  for (const name of new Set([...live.keys(), ...folded.keys()])) {
    const [one, other] = [live.get(name) ?? 0, folded.get(name) ?? 0];
    if (one !== other) found.push({ of, name, live: one, folded: other });
  }
  return found;
}

export function divergenceOf(...parts: readonly (readonly FigureDifference[])[]): Divergence {
  const all = parts.flat();
  return { count: all.length, differences: all.slice(0, RECORD_LIMITS.differences) };
}
