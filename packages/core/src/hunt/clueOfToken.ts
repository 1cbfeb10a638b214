/** Tells in which clue of a hunt file the YAML parser stands, from the tokens it has not closed. */
import { CST } from 'yaml';

/**
 * Number of the clue, counted from 1; undefined outside the list of clues.
 *
 * @param open the parser's stack: the document, its mapping, and what is open inside
 */
export function clueOfToken([, root, list]: readonly CST.Token[]): number | undefined {
  if (!CST.isCollection(root) || !CST.isCollection(list)) return undefined;
  const key = root.items.at(-1)?.key;
  if (key === undefined || key === null || !CST.isScalar(key)) return undefined;
  return CST.resolveAsScalar(key)?.value === 'clues' ? list.items.length : undefined;
}
