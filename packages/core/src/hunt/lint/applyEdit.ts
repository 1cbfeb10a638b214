/** Makes the change of the text that a finding offers as its mend. */
import type { Edit } from '@trove/contracts';

/** Undefined when the text has no such place any more. */
export function applyEdit(text: string, edit: Edit): string | undefined {
  const lines = text.split('\n');
  const line = lines[edit.line - 1];
  const start = edit.column - 1;
  if (line === undefined || line.length < start + edit.length) return undefined;
  lines[edit.line - 1] = line.slice(0, start) + edit.replacement + line.slice(start + edit.length);
  return lines.join('\n');
}
