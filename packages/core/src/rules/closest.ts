/** Suggestions for mistyped names. */

/** Longest name compared, so that a hostile file can't make suggestions costly. */
const COMPARED_LENGTH = 64;

/** The known name nearest to what was written, or nothing when none is near. */
export function closest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(written.length / 3)) + 1;
  if (written.length > COMPARED_LENGTH) return undefined;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= bestDistance) continue;
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** What a mistyped name was probably meant to be, and a sentence that asks; empty without one. */
export interface Meant {
  readonly near: string | undefined;
  /** Begins with a space: it follows another sentence. */
  readonly hint: string;
}

export function meant(written: string, known: Iterable<string>): Meant {
  const near = closest(written, known);
  return { near, hint: near === undefined ? '' : ` Did you mean "${near}"?` };
}

/** Letters to insert, delete or change, and neighbours to swap (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = previous;
    previous = current;
  }
  return previous[other.length] ?? 0;
}
