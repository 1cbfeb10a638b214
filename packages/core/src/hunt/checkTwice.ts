/** Names that stand once in a list: each later one is a mistake that points to the first. */
import { type HuntFault, type HuntPath, printPath } from './huntFault.js';

interface Names<T> {
  /** Of the list. */
  readonly path: HuntPath;
  /** Dotted, below the item. */
  readonly field: string;
  /** Nothing for an item without such a name. */
  read(item: T): string | undefined;
}

export function checkTwice<T>(
  items: readonly (T | undefined)[],
  { path, field, read }: Names<T>,
): readonly HuntFault[] {
  const firsts = new Map<string, number>();
  return items.flatMap((item, index) => {
    const name = item === undefined ? undefined : read(item);
    if (name === undefined) return [];
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, index);
      return [];
    }
    return {
      path: [...path, index, ...field.split('.')],
      found: name,
      allowed: 'one not used before',
      message: `"${name}" is already used by ${printPath([...path, first])}.`,
    };
  });
}
