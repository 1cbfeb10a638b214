/** Proposes ids from titles: what is left of a title in small Latin letters, and not taken yet. */

/** Longest id and slug, as the contract has them. */
const LONGEST = 48;
/** Numbers tried behind an id that is taken; a hunt has fewer clues than that. */
const TRIES = 10_000;

/**
 * @param title in any script: where nothing of it is Latin, as of a title in Hebrew or of emoji,
 *   the id is made of `otherwise`
 */
export function proposeId(title: string, otherwise: string, taken: ReadonlySet<string>): string {
  const base = latinOf(title) || latinOf(otherwise);
  if (!taken.has(base)) return base;
  for (let number = 2; number < TRIES; number += 1) {
    const tail = `-${number}`;
    const id = `${trimmed(base.slice(0, LONGEST - tail.length))}${tail}`;
    if (!taken.has(id)) return id;
  }
  return base;
}

/** Letters that are no letter with a mark, and so do not come apart. */
const LIGATURES: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', þ: 'th', ı: 'i' },
};

function latinOf(text: string): string {
  const plain = text
    .slice(0, LONGEST * 4)
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøłđþı]/g, (letter) => LIGATURES[letter] ?? '')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  return trimmed(plain).slice(0, LONGEST).replace(/-+$/, '');
}

function trimmed(text: string): string {
  return text.replaceAll(/^-+|-+$/g, '');
}
