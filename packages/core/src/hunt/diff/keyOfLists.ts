/** Whether the items of two lists can be told apart by name, and by which of their fields. */

/** Fields that name the items of a list, in the order in which they are tried. */
const KEYS = ['id', 'type', 'name', 'on'] as const;

export type Item = Readonly<Record<string, unknown>>;

/** Undefined where items have no names, or one stands twice: such lists are compared as a whole. */
export function keyOfLists(one: readonly unknown[], other: readonly unknown[]): string | undefined {
  if (one.length + other.length === 0) return undefined;
  return KEYS.find((key) => hasKey(one, key) && hasKey(other, key));
}

function hasKey(list: readonly unknown[], key: string): boolean {
  const names = list.map((item) => (isBlock(item) ? item[key] : undefined));
  return names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
}

export function isBlock(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
