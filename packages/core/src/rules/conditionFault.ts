/** What is wrong with a condition, where in its text, and what would have been right. */

export interface ConditionFault {
  /** Characters from the start of the condition's text. */
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly allowed: string;
  /** One sentence, without the place. */
  readonly message: string;
  /** What was probably meant, to stand where `found` does. */
  readonly suggestion?: string;
}

/** Thrown inside the checker only, to leave a walk at the first mistake; never leaves `rules/`. */
export class ConditionError extends Error {
  constructor(readonly fault: ConditionFault) {
    super(fault.message);
  }
}

const TAB_OR_OTHER = /[^\t]/g;

/** The line of the text the fault is in, with a caret under its place. */
export function drawCaret(text: string, fault: Pick<ConditionFault, 'start' | 'end'>): string {
  const lineStart = text.lastIndexOf('\n', fault.start - 1) + 1;
  const nextBreak = text.indexOf('\n', fault.start);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const indent = text.slice(lineStart, fault.start).replace(TAB_OR_OTHER, ' ');
  const width = Math.max(1, Math.min(fault.end, lineEnd) - fault.start);
  return `${text.slice(lineStart, lineEnd)}\n${indent}${'^'.repeat(width)}`;
}
