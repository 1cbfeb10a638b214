/** What a team may see of a hunt's clues now: clues it can't try keep their text to themselves. */
import type { ClueView } from '@trove/contracts';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';

export interface Viewer {
  readonly solved: ReadonlySet<string>;
  /** Now on the hunt's clock, ms. */
  readonly nowMs: number;
  readonly isLive: boolean;
}

export function clueViews(hunt: CompiledHunt, viewer: Viewer): ClueView[] {
  return hunt.clues.map((clue) => {
    const status = statusOf(clue, viewer);
    const { id, title, points, kind, text } = clue;
    return status === 'locked' || status === 'closed'
      ? { id, title, points, kind, status }
      : { id, title, points, kind, status, text };
  });
}

function statusOf(clue: CompiledClue, { solved, nowMs, isLive }: Viewer): ClueView['status'] {
  if (solved.has(clue.id)) return 'solved';
  if (!clue.isUnlocked(solved)) return 'locked';
  const isBefore = clue.opensMs !== undefined && nowMs < clue.opensMs;
  const isAfter = clue.closesMs !== undefined && nowMs >= clue.closesMs;
  return isBefore || isAfter || !isLive ? 'closed' : 'open';
}
