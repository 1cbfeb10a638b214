/** Finds what a path like `data.lat` or `events[3].id` names in JSON text, to mark it there. */

export interface MarkedText {
  readonly before: string;
  /** Empty when the path names nothing in the text. */
  readonly marked: string;
  readonly after: string;
}

/** The text laid out, cut around the value of `path`; one piece when it is not JSON. */
export function markPath(original: string, path: string): MarkedText {
  const value = parse(original);
  if (value === undefined) return { before: original, marked: '', after: '' };
  const lines = JSON.stringify(value.json, null, 2).split('\n');
  const place = placeOf(value.json, stepsOf(path));
  if (!place) return { before: lines.join('\n'), marked: '', after: '' };
  return {
    before: lines.slice(0, place.line).map(withBreak).join(''),
    marked: lines.slice(place.line, place.line + place.length).join('\n'),
    after: lines
      .slice(place.line + place.length)
      .map((line) => `\n${line}`)
      .join(''),
  };
}

function withBreak(line: string): string {
  return `${line}\n`;
}

function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '');
}

interface Place {
  readonly line: number;
  readonly length: number;
}

/** Where the value stands in the laid-out text, in lines. */
function placeOf(json: unknown, steps: readonly string[]): Place | undefined {
  if (steps.length === 0) return undefined;
  let line = 0;
  let value = json;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    const entries = Object.entries(value);
    const index = entries.findIndex(([key]) => key === step);
    // A missing field is marked on what should hold it.
    if (index < 0) return { line, length: 1 };
    line += 1;
    for (const [, sibling] of entries.slice(0, index)) line += linesOf(sibling);
    value = entries[index]?.[1];
  }
  return { line, length: linesOf(value) };
}

function linesOf(value: unknown): number {
  return JSON.stringify(value, null, 2)?.split('\n').length ?? 1;
}
