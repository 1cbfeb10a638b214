/**
 * A file's text that is being written while the file changes below it: the two are put together by
 * lines where they touch different ones.
 */

export interface WrittenText {
  readonly text: string;
  /** The file's text that it was written on. */
  readonly source: string;
}

/** What is left to save of it; as it was, on another source than this, where both touch a line. */
export function carryText(
  written: WrittenText | undefined,
  source: string,
): WrittenText | undefined {
  if (!written || written.text === source) return undefined;
  const text = merge(written, source);
  if (text === undefined) return written;
  return text === source ? undefined : { text, source };
}

/** Undefined where two changes meet, or no line between them tells which comes first. */
function merge({ text, source }: WrittenText, now: string): string | undefined {
  const lines = source.split('\n');
  const both = [text, now].map((changed) => changeOf(lines, changed.split('\n')));
  const [first, second] = both.toSorted((one, other) => one.from - other.from);
  if (source === now || !first || !second) return text;
  if (first.to >= second.from) return undefined;
  return [
    ...lines.slice(0, first.from),
    ...first.lines,
    ...lines.slice(first.to, second.from),
    ...second.lines,
    ...lines.slice(second.to),
  ].join('\n');
}

/** Lines in the place of those from `from` to before `to`. */
interface LinesChange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function changeOf(before: readonly string[], after: readonly string[]): LinesChange {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, lines: after.slice(from, after.length - same) };
}
