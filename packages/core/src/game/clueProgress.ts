/** How far a team is with each clue of a hunt, for those who look after all teams at once. */
import type { ClueView } from '@trove/contracts';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { clueStatuses, type Viewer } from './clueViews.js';
import { hintKey } from './hints.js';

export interface ClueProgress {
  readonly clue: string;
  readonly status: ClueView['status'];
  /** Wrong answers and choices. */
  readonly wrong: number;
  /** Hints taken, by id. */
  readonly hints: readonly string[];
}

/** In the order of the file. */
export function clueProgress(rules: CompiledHunt, viewer: Viewer): ClueProgress[] {
  const { attempts, marks } = viewer.team;
  const statuses = clueStatuses(rules, viewer);
  return rules.clues.map(({ id, hints }, i) => ({
    clue: id,
    status: statuses[i] ?? 'closed',
    wrong: attempts.get(id)?.wrong ?? 0,
    hints: hints.flatMap((hint) => (marks.hints.has(hintKey(id, hint.id)) ? [hint.id] : [])),
  }));
}
