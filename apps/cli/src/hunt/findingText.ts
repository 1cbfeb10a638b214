/** A finding for people: where, what, the line of the file with a caret under it, and the mend. */
import type { Finding } from '@trove/contracts';
import { plainText } from './plainText.js';

/** Columns of a source line that are shown; a longer one is cut around the place. */
const SHOWN = 96;
const LEAD = 40;

/** @param lines those of the file, without their breaks */
export function findingText(file: string, finding: Finding, lines: readonly string[]): string {
  const { line, column, severity, rule, path, message, found, allowed, mend } = finding;
  // A mistake in a condition draws the condition under its message; here the file is drawn.
  const [said = ''] = message.split('\n', 1);
  const at = path === '' ? '' : `  ${path}`;
  return [
    `${file}:${line}:${column}  ${severity} ${rule}${at}`,
    `  ${said}`,
    ...drawn(finding, lines),
    `  found    ${found}`,
    `  allowed  ${allowed}`,
    `  mend     ${mend}`,
  ]
    .map(plainText)
    .join('\n');
}

function drawn({ line, column, found, edit }: Finding, lines: readonly string[]): string[] {
  const source = lines[line - 1]?.replace(/\r$/, '') ?? '';
  if (source.trim() === '') return [];
  const start = Math.max(0, column - 1 > SHOWN - LEAD ? column - 1 - LEAD : 0);
  const shown = source.slice(start, start + SHOWN);
  const indent = column - 1 - start;
  const isFound = source.startsWith(found, column - 1);
  const width = edit?.length || (isFound ? found.length : 1);
  const carets = '^'.repeat(Math.max(1, Math.min(width, shown.length - indent)));
  const lead = (edit?.column ?? column) - column;
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const before = start > 0 ? '… ' : '';
  const gap = ' '.repeat(before.length + indent + lead);
  return [`  ${number} | ${before}${shown}`, `  ${margin} | ${gap}${carets}`];
}
