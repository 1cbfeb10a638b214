/** Clues that a change of a hunt touches or takes away, and that teams have solved already. */
import type { HuntDefinition } from '@trove/contracts';
import type { AffectedClue } from '../../features/versions/answers';

export interface ClueChange {
  readonly before: Pick<HuntDefinition, 'clues'>;
  readonly after: Pick<HuntDefinition, 'clues'>;
  /** Of the fields that differ. */
  readonly paths: readonly string[];
}

/** In the order of the new file; then what it has no more, in the order of the old one. */
export function affectedClues(
  { before, after, paths }: ClueChange,
  solves: ReadonlyMap<string, number>,
): AffectedClue[] {
  const kept = new Set(after.clues.map(({ id }) => id));
  const isChanged = ({ id }: { id: string }) => paths.some((at) => at.startsWith(`clues[${id}]`));
  const changed = after.clues.filter(isChanged).map((clue) => ({ ...clue, isGone: false }));
  const gone = before.clues
    .filter(({ id }) => !kept.has(id))
    .map((clue) => ({ ...clue, isGone: true }));
  return [...changed, ...gone].flatMap(({ id, title, isGone }) => {
    const count = solves.get(id) ?? 0;
    return count > 0 ? { id, title, solves: count, isGone } : [];
  });
}
