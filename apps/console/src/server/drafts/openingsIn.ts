/** The moments at which a hunt and its clues open, read from a file that may have mistakes. */

interface Opening {
  readonly opens?: unknown;
}

/** Milliseconds since 1970, ascending, each once. */
export function openingsIn(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  const { clues } = value as { readonly clues?: unknown };
  const parts: readonly unknown[] = [value, ...(Array.isArray(clues) ? clues : [])];
  const times = parts.map((part) => Date.parse(String((part as Opening | null)?.opens)));
  return [...new Set(times.filter((ms) => !Number.isNaN(ms)))].sort((one, other) => one - other);
}
