/** Makes "this in place of that" into a change of the text, where the text is as expected. */
import type { Edit } from '@trove/contracts';
import type { Place } from '../locate.js';
import type { Replacement } from './suspicion.js';

const QUOTES = new Set(['"', "'"]);

/** Undefined when something else stands at the place, as a text that YAML writes in its own way. */
export function editOf(
  { line, column }: Place,
  { written, by }: Replacement,
  lines: readonly string[],
): Edit | undefined {
  const rest = (lines[line - 1] ?? '').slice(column - 1);
  const quote = rest[0] ?? '';
  if (QUOTES.has(quote) && rest.startsWith(written + quote, 1)) {
    return { line, column: column + 1, length: written.length, replacement: by };
  }
  if (!rest.startsWith(written) || written === '') return undefined;
  return { line, column, length: written.length, replacement: by };
}
