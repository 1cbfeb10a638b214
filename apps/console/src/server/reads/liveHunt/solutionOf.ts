/** A clue as somebody needs it who helps a team at it. */
import type { Clue } from '@trove/contracts';
import type { ClueSolution } from '../../../features/liveHunt/answers';

export function solutionOf({ id, find, hints }: Clue): ClueSolution {
  return {
    id,
    right: rightOf(find),
    hints: hints.map((hint) => ({ id: hint.id, text: hint.text })),
  };
}

/** Several where any of them is right; none for places, which the map shows. */
function rightOf(find: Clue['find']): string[] {
  if ('code' in find) return [find.code];
  if ('answer' in find) return find.answer.accept;
  if ('choice' in find) {
    return find.choice.options.filter(({ right }) => right).map(({ text }) => text);
  }
  return 'photo' in find && find.photo.shows !== '' ? [find.photo.shows] : [];
}
